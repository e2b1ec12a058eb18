package se.uppdragskollen.followup;

/**
 * A finding with the requirement as its edition has it.
 *
 * @param finding how it went
 * @param requirement the requirement's id in that edition
 * @param chapter its chapter there
 * @param edition the edition
 */
record Judgement(Finding finding, String requirement, String chapter, String edition) {

}
