package se.uppdragskollen.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;

/**
 * Takes reports' trees as they are found, one by one: hands over the sound ones and what
 * is wrong with the others. Of two reports for one unit and period the second is refused.
 */
final class Intake {

	private final ReportReader reader;

	private final ReportEditions editions;

	private final Consumer<Report> taken;

	private final Consumer<Comment> commented;

	private final Consumer<Problem> wrong;

	private final Map<String, String> places = new HashMap<>();

	private final Map<Period, Optional<Edition>> byPeriod = new HashMap<>();

	private final Set<Problem> toldOfEditions = new HashSet<>();

	Intake(ReportReader reader, ReportEditions editions, Consumer<Report> taken, Consumer<Comment> commented,
			Consumer<Problem> wrong) {
		this.reader = reader;
		this.editions = editions;
		this.taken = taken;
		this.commented = commented;
		this.wrong = wrong;
	}

	void take(String file, Node tree) {
		take(file, tree, new Problems(), false, Map.of());
	}

	/**
	 * Takes one report.
	 * @param known what is already known to be wrong with it
	 * @param refused whether it is not to be taken although nothing more is wrong,
	 * because the reason has been told
	 * @param comments by element
	 */
	void take(String file, Node tree, Problems known, boolean refused, Map<String, String> comments) {
		boolean sound = !refused && known.isEmpty();
		Optional<Report> report = this.reader.read(file, tree, known);
		tell(file, known);
		if (!sound || report.isEmpty()) {
			return;
		}
		Position at = tree.position();
		String key = report.get().unit() + " " + report.get().period();
		String first = this.places.putIfAbsent(key, file + ":" + at.line());
		if (first != null) {
			this.wrong.accept(new Problem(file, at.line(), at.column(), "", "report-twice",
					List.of(report.get().unit(), report.get().period(), first), null, null, null));
			return;
		}
		this.taken.accept(report.get());
		comments.forEach((element, text) -> this.commented
			.accept(new Comment(report.get().unit(), report.get().period(), element, text)));
	}

	/** Tells what is wrong; what is wrong with an edition only once. */
	void tell(String file, Problems problems) {
		for (Problem problem : problems.all()) {
			if (problem.file().equals(file) || this.toldOfEditions.add(problem)) {
				this.wrong.accept(problem);
			}
		}
	}

	void tell(Problem problem) {
		this.wrong.accept(problem);
	}

	/** The edition that reports of this period, as written, are read by. */
	Optional<Edition> edition(String period) {
		return Period.parse(period)
			.flatMap((one) -> this.byPeriod.computeIfAbsent(one,
					(asked) -> this.editions.edition(asked, new Problems())));
	}

	/** Whether a report of this period may name an element that its edition lacks. */
	boolean knownElsewhere(String element, String period) {
		return Period.parse(period).filter((one) -> this.editions.knownElsewhere(element, one)).isPresent();
	}

}
