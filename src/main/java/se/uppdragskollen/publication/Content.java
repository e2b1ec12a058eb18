package se.uppdragskollen.publication;

import java.util.List;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Fingerprint;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a publication shows, and nothing else: what is withheld is not in it.
 *
 * @param assignment the assignment
 * @param period the period
 * @param edition the edition in force
 * @param revision its fingerprint
 * @param smallestGroup groups below this are withheld
 * @param figures what the figures are
 * @param centres the centres, by name
 * @param values one for each figure and centre
 */
public record Content(String assignment, Period period, String edition, String revision, int smallestGroup,
		List<Figure> figures, List<PublishedCentre> centres, List<PublishedValue> values) {

	static final JsonMapper JSON = JsonMapper.builder().build();

	public Content {
		figures = List.copyOf(figures);
		centres = List.copyOf(centres);
		values = List.copyOf(values);
	}

	/** Of all of it: equal content, equal fingerprint. */
	public String fingerprint() {
		return Fingerprint.of(JSON.writeValueAsString(List.of(this.assignment, this.period.toString(), this.edition,
				this.revision, this.smallestGroup, this.figures, this.centres, this.values)));
	}

}
