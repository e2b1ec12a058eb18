package se.uppdragskollen.evaluation.naive;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.authoring.CaseReader;
import se.uppdragskollen.authoring.Cases;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.report.Report;

/**
 * The project's own Kalmar editions with their cases, each read and compiled once.
 */
public final class Kalmar {

	private static final String ASSIGNMENT = "kalmar-halsoval";

	private static final Assignments ASSIGNMENTS = Assignments.at(Path.of(""));

	private static final DroolsRuleBooks RULE_BOOKS = new DroolsRuleBooks();

	private static final Map<String, Cases> CASES = new ConcurrentHashMap<>();

	private Kalmar() {
	}

	/** The edition of this id, as {@code 2025-01}. */
	public static Edition edition(String id) {
		Problems problems = new Problems();
		return ASSIGNMENTS.edition(ASSIGNMENT, id, problems)
			.orElseThrow(() -> new IllegalStateException(problems.all().toString()));
	}

	static Evaluator engine(Edition edition) {
		return new Evaluator(edition, RULE_BOOKS.of(edition));
	}

	static Cases cases(Edition edition) {
		return CASES.computeIfAbsent(edition.id(), (id) -> {
			Problems problems = new Problems();
			return new CaseReader(ASSIGNMENTS).read(edition, problems)
				.orElseThrow(() -> new IllegalStateException(problems.all().toString()));
		});
	}

	/** A report for a period of this kind under which every requirement is met. */
	public static Report sound(Edition edition, PeriodKind kind) {
		Report sound = cases(edition).base().get(kind);
		if (sound == null) {
			throw new IllegalStateException("no sound report for a " + kind.word());
		}
		return sound;
	}

}
