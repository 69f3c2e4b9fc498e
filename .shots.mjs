import { chromium } from '@playwright/test';
const base='http://localhost:3100';
const [,, who, width, ...paths]=process.argv;
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-background-networking','--disable-component-update','--disable-sync']});
const p=await b.newPage({viewport:{width:Number(width),height:Number(process.env.H??900)}});
p.on('console',m=>{if(m.type()==='error')console.log('console',m.text())});
p.on('pageerror',e=>console.log('pageerror',e.message));
await p.goto(base+'/portfolio');
await p.getByRole('link',{name:'Sign in'}).or(p.getByRole('button',{name:'Sign in'})).first().click();
await p.locator(`a[href*="${encodeURIComponent(who)}"]`).click();
await p.waitForURL(u=>u.pathname==='/portfolio');
for(const path of paths){const t=Date.now();await p.goto(base+path);await p.waitForSelector('main h1',{timeout:20000}).catch(()=>console.log('no h1',path));await p.waitForTimeout(1800);
 const name='/tmp/shots/'+who.replace(/\W/g,'_')+'_'+width+path.replace(/\W+/g,'_')+'.png';
 await p.screenshot({path:name,fullPage:!process.env.H});console.log(path,await p.title(),Date.now()-t,name)}
await b.close();
