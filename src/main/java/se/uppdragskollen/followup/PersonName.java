package se.uppdragskollen.followup;

/**
 * Somebody, as others see them.
 *
 * @param id the person's number
 * @param name the name
 */
public record PersonName(long id, String name) {

}
