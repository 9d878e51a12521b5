/**
 * Milliseconds of processor time that this process has used. What has to be linear is held to this and not to a clock, which also
 * runs while other processes have the machine.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
