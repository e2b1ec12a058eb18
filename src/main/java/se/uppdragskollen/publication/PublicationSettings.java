package se.uppdragskollen.publication;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the region publishes: {@code uppdragskollen.publication.…}. The same for all
 * editions, so that no two publications can be set against each other where one withholds
 * what the other shows.
 *
 * @param smallestGroup groups below this are withheld, at least {@link #LEAST}
 * @param commentDays working days after the reports' last day in which centres and
 * reviewers look at the figures, before they may be published
 * @param firstFigures the figures that the list of centres shows, in this order; those
 * that are not published are left out
 */
@ConfigurationProperties("uppdragskollen.publication")
public record PublicationSettings(@DefaultValue("10") int smallestGroup, @DefaultValue("10") int commentDays,
		@DefaultValue List<String> firstFigures) {

	/** Smaller groups than this are never shown, whatever the setting. */
	public static final int LEAST = 5;

	/**
	 * Checks them.
	 * @throws IllegalArgumentException when a figure is out of range
	 */
	public PublicationSettings {
		if (smallestGroup < LEAST || commentDays < 0) {
			throw new IllegalArgumentException(
					"uppdragskollen.publication: smallest-group must be " + LEAST + " or more, comment-days 0 or more");
		}
		firstFigures = List.copyOf(firstFigures);
	}

}
