package se.uppdragskollen.web.region;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.web.page.Say;

/**
 * Peer groups as people call them. A region may use any words; those that the product
 * knows are kept as one word and said in the reader's language.
 */
@Component
class PeerGroups {

	private static final String FAMILY = "peer-group.";

	private static final List<String> KNOWN = List.of("town", "countryside");

	PeerGroups() {
	}

	/** What a reader calls a group. */
	String said(String group, Say say) {
		return KNOWN.contains(group) ? say.text(FAMILY + group) : group;
	}

	/** The words that a reader can choose among; others can be typed. */
	List<String> words(Say say) {
		return KNOWN.stream().map((one) -> say.text(FAMILY + one)).toList();
	}

	/** What is kept of what was typed, in either language. */
	static @Nullable String kept(@Nullable String typed) {
		if (typed == null) {
			return null;
		}
		String text = typed.strip();
		return KNOWN.stream()
			.filter((one) -> text.equalsIgnoreCase(Messages.text(Language.SV, FAMILY + one))
					|| text.equalsIgnoreCase(Messages.text(Language.EN, FAMILY + one)))
			.findFirst()
			.orElse(typed);
	}

}
