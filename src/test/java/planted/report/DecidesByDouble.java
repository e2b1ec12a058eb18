package planted.report;

/** A limit that is nearly right. */
record DecidesByDouble(double limit) {

}
