package se.uppdragskollen.followup;

/**
 * A requirement of a unit through all editions of an assignment.
 *
 * @param unit the unit
 * @param lineage the requirement's first id
 */
record Strand(String unit, String lineage) {

}
