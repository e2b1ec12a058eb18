package se.uppdragskollen.assignment;

import se.uppdragskollen.language.Bilingual;

/**
 * A patient group of the prioritisation model.
 *
 * @param id its number
 * @param title what characterises it
 */
public record PatientGroup(int id, Bilingual title) {

}
