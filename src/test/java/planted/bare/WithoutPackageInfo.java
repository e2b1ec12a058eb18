package planted.bare;

/** In a package that says neither what it is for nor that nothing is null. */
record WithoutPackageInfo(String nothing) {

}
