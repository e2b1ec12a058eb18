package se.uppdragskollen.publication;

/**
 * A health centre as a publication names it.
 *
 * @param id its HSA-id
 * @param name what people call it
 * @param municipality where it is, empty when not told
 * @param operator {@code regional} or {@code private}
 * @param operatorName the company's name, empty when not told
 */
public record PublishedCentre(String id, String name, String municipality, String operator, String operatorName) {

}
