package se.uppdragskollen.authoring;

/**
 * Something that went otherwise than expected.
 *
 * @param what the key in the case: {@code outcome}, {@code severity}, {@code finding},
 * {@code margin}, {@code smallest_change} or {@code points}
 * @param expected what the case says, as in files
 * @param found how it went, as in files
 */
public record Difference(String what, String expected, String found) {

}
