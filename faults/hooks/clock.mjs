// Loaded into the action by NODE_OPTIONS: sets its clock off by FAULT_CLOCK_OFF_MS milliseconds.
const off = Number(process.env.FAULT_CLOCK_OFF_MS);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + off] : args));
  }
  static now() {
    return RealDate.now() + off;
  }
};
