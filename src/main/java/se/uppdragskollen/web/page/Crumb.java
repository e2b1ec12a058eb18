package se.uppdragskollen.web.page;

/**
 * A page above the one that is read.
 *
 * @param address where it is
 * @param text what it is called
 */
public record Crumb(String address, String text) {

}
