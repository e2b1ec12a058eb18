package se.uppdragskollen.assignment;

import se.uppdragskollen.language.Bilingual;

/**
 * A chapter of an edition, with a YAML file and a rule file of its name.
 *
 * @param id the files' stem
 * @param part which of the assignment's two parts it belongs to
 * @param title what it is called
 */
public record Chapter(String id, Part part, Bilingual title) {

}
