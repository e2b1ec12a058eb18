package se.uppdragskollen.authoring;

import se.uppdragskollen.language.Bilingual;

/**
 * A mistake that is not planted, because it would change no outcome.
 *
 * @param id what would be changed
 * @param why why nothing can come of it
 */
public record SkippedMutant(String id, Bilingual why) {

}
