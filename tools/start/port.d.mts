export function mustBeFree(port: number, host?: string): Promise<void>;
