package se.uppdragskollen.web.review;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseState;
import se.uppdragskollen.followup.Course;
import se.uppdragskollen.request.Refusal;

/**
 * What of the work list somebody wants to see, as the address says it; empty is all.
 *
 * @param state a state's word, {@code ended} for all that have ended, empty for all that
 * have not
 * @param kind deviations or questions
 * @param severity of this severity
 * @param chapter of this chapter
 * @param course that go like this
 * @param unit of this centre
 * @param requirement of this requirement, by any id that it has had
 * @param overdue only those whose deadline has passed
 * @param mine only those that the reader sees to
 */
public record WorkFilter(String state, String kind, String severity, String chapter, String course, String unit,
		String requirement, boolean overdue, boolean mine) {

	/** All that have ended. */
	public static final String ENDED = "ended";

	/** All that have not, said aloud: with nothing asked, the list opens as one wants. */
	private static final String OPEN = "open";

	static WorkFilter of(Map<String, String> asked) {
		String state = text(asked, "state");
		return new WorkFilter(state.equals(OPEN) ? "" : state, text(asked, "kind"), text(asked, "severity"),
				text(asked, "chapter"), text(asked, "course"), text(asked, "unit"), text(asked, "requirement"),
				!text(asked, "overdue").isEmpty(), !text(asked, "mine").isEmpty());
	}

	/** All cases in a state, nothing else asked. */
	static WorkFilter in(String state) {
		return of(Map.of("state", state));
	}

	private static String text(Map<String, String> asked, String name) {
		return asked.getOrDefault(name, "").replaceAll("\\p{Cntrl}", "").strip();
	}

	/**
	 * As the cases are asked for.
	 * @throws Refusal when a word is none of ours
	 */
	CaseFilter cases(Actor actor) {
		CaseState in = this.state.equals(ENDED) ? null : word("state", this.state, CaseState.values());
		return new CaseFilter(orNull(this.unit), null, orNull(this.requirement), orNull(this.chapter), in,
				(in == null) ? Boolean.valueOf(!this.state.equals(ENDED)) : null,
				word("kind", this.kind, FindingKind.values()), word("severity", this.severity, Severity.values()),
				word("course", this.course, Course.values()), this.overdue ? Boolean.TRUE : null,
				this.mine ? Long.valueOf(actor.person()) : null);
	}

	private static <T extends Word> @Nullable T word(String name, String value, T[] words) {
		if (value.isEmpty()) {
			return null;
		}
		return Arrays.stream(words)
			.filter((one) -> one.word().equals(value))
			.findFirst()
			.orElseThrow(() -> Refusal.invalid(name, "parameter-word", value,
					Arrays.stream(words).map(Word::word).collect(Collectors.joining(", "))));
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	/** Whether more than a state is asked for. */
	public boolean narrowed() {
		return !fields().keySet().stream().allMatch("state"::equals);
	}

	/** What is asked for, by the names of the address. */
	public Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("state", this.state);
		fields.put("kind", this.kind);
		fields.put("severity", this.severity);
		fields.put("chapter", this.chapter);
		fields.put("course", this.course);
		fields.put("unit", this.unit);
		fields.put("requirement", this.requirement);
		fields.put("overdue", this.overdue ? "1" : "");
		fields.put("mine", this.mine ? "1" : "");
		fields.values().removeIf(String::isEmpty);
		return fields;
	}

	/** The address of the list. */
	public String address() {
		return address(null);
	}

	/** The address of a further part of the list. */
	public String address(@Nullable String cursor) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/review");
		Map<String, String> fields = fields();
		if (fields.isEmpty()) {
			fields.put("state", OPEN);
		}
		if (cursor != null) {
			fields.put("cursor", cursor);
		}
		fields.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(fields).toUriString();
	}

}
