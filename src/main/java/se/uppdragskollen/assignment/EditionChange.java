package se.uppdragskollen.assignment;

import se.uppdragskollen.language.Bilingual;

/**
 * One thing that differs between two editions.
 *
 * @param kind the kind of change
 * @param chapter the chapter that it concerns, empty for the edition as a whole
 * @param subject the requirement's or element's id; a requirement's is that of the later
 * edition, unless it is gone; empty for the edition as a whole
 * @param sentence what changed, in words
 */
public record EditionChange(ChangeKind kind, String chapter, String subject, Bilingual sentence) {

}
