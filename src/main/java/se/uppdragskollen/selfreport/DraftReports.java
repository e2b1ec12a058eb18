package se.uppdragskollen.selfreport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.request.Refusal;

/**
 * Drafts read as what would be handed in now, by the very rules that count when it is.
 */
@Component
public class DraftReports {

	private final Drafts drafts;

	private final OwedReports owed;

	private final Editions editions;

	private final Clock clock;

	DraftReports(Drafts drafts, OwedReports owed, Editions editions, Clock clock) {
		this.drafts = drafts;
		this.owed = owed;
		this.editions = editions;
		this.clock = clock;
	}

	/**
	 * Reads a draft; only for the centre's own people.
	 * @throws Refusal when there is no draft, or it is not the actor's to see
	 */
	public DraftReading read(Actor actor, String unit, String assignment, Period period) {
		actor.require(Act.EDIT_DRAFT, unit);
		ReportKey key = new ReportKey(unit, assignment, period);
		return read(key, this.drafts.find(key).orElseThrow(() -> Refusal.notFound("no-draft")).entries());
	}

	DraftReading read(ReportKey key, Map<String, DraftEntry> entries) {
		Edition edition = this.owed.edition(key);
		Problems problems = new Problems();
		Optional<Report> report = read(key, edition, entries, problems);
		Problems inDraft = new Problems();
		problems.all().forEach((problem) -> inDraft.add(DraftTree.inDraft(problem)));
		entries.forEach((element, entry) -> {
			if (entry.unclear() != null && entry.unclear().isBlank()) {
				inDraft.at("", Position.NOWHERE, "entries." + element + "." + DraftEntry.UNCLEAR)
					.say("unclear-without-words");
			}
		});
		return new DraftReading(edition, inDraft.isEmpty() ? report : Optional.empty(), inDraft);
	}

	/**
	 * The sound part of what is typed: entries with which something is wrong are left
	 * out.
	 */
	Report sound(ReportKey key, Edition edition, Map<String, DraftEntry> entries) {
		Map<String, DraftEntry> left = new TreeMap<>(entries);
		while (true) {
			Problems problems = new Problems();
			Optional<Report> report = read(key, edition, left, problems);
			if (report.isPresent()) {
				return report.get();
			}
			Set<String> wrong = problems.all()
				.stream()
				.map(DraftTree::element)
				.filter((element) -> element != null && left.containsKey(element))
				.collect(Collectors.toSet());
			if (wrong.isEmpty()) {
				throw new IllegalStateException("cannot be read: " + key.subject() + " " + problems.all());
			}
			left.keySet().removeAll(wrong);
		}
	}

	/** The elements of which what is typed is sound. */
	Set<String> soundElements(ReportKey key, Edition edition, Map<String, DraftEntry> entries) {
		Report report = sound(key, edition, entries);
		Set<String> elements = new TreeSet<>(report.values().keySet());
		elements.addAll(report.notApplicable().keySet());
		elements.addAll(report.suppressed());
		return elements;
	}

	private Optional<Report> read(ReportKey key, Edition edition, Map<String, DraftEntry> entries, Problems problems) {
		return this.editions.reader(edition).read("", DraftTree.of(key, LocalDate.now(this.clock), entries), problems);
	}

}
