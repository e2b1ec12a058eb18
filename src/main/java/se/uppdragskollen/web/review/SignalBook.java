package se.uppdragskollen.web.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReport;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.statement.SignalMark;
import se.uppdragskollen.statement.StatedSignal;
import se.uppdragskollen.web.page.Say;

/**
 * Reads signals with what was done about them, and what a signal of a centre can be
 * about.
 */
@Component
class SignalBook {

	private final FindStatements statements;

	private final DueReports due;

	private final Editions editions;

	private final Clock clock;

	SignalBook(FindStatements statements, DueReports due, Editions editions, Clock clock) {
		this.statements = statements;
		this.due = due;
		this.editions = editions;
		this.clock = clock;
	}

	/** A page of signals, each with what was done. */
	Page<Followed> page(Actor actor, SignalFilter filter, PageRequest request) {
		Page<StatedSignal> page = this.statements.signals(actor, filter, request);
		Map<Long, List<SignalMark>> marks = this.statements.marks(actor, page.items());
		return new Page<>(
				page.items().stream().map((one) -> new Followed(one, marks.getOrDefault(one.id(), List.of()))).toList(),
				page.next());
	}

	/** The assignment that the centre reports for, the newest first. */
	@Nullable String assignment(Actor actor, String unit) {
		return this.due.page(actor, new DueFilter(unit, null, null, null), PageRequest.of(1, null, DueReports.KEYS))
			.items()
			.stream()
			.map(DueReport::assignment)
			.findFirst()
			.orElse(null);
	}

	/** What the assignment asks today, by chapter: for each requirement what it is. */
	Map<String, Map<String, String>> requirements(@Nullable String assignment, Say say) {
		Map<String, Map<String, String>> chapters = new LinkedHashMap<>();
		Optional<Edition> edition = Optional.ofNullable(assignment)
			.flatMap((one) -> this.editions.inForceOn(one, LocalDate.now(this.clock)));
		edition.ifPresent((one) -> one.requirements()
			.values()
			.forEach((asked) -> chapters
				.computeIfAbsent(say.of(one.chapterOf(asked).title()), (title) -> new LinkedHashMap<>())
				.put(asked.id(), asked.id() + " " + say.of(asked.title()))));
		return chapters;
	}

	/**
	 * A signal, and how it was followed up.
	 *
	 * @param signal the signal
	 * @param marks what was done, the first told first
	 */
	public record Followed(StatedSignal signal, List<SignalMark> marks) {

	}

}
