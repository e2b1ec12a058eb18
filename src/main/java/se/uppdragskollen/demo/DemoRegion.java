package se.uppdragskollen.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportWriter;

/**
 * Writes a plainly fictional region: its units, a report for each of them and each kind
 * of period, and a list of the stories planted in them. The same options give the same
 * bytes.
 */
public final class DemoRegion {

	/** The assignment that the region follows. */
	public static final String ASSIGNMENT = "kalmar-halsoval";

	/** The file with the reports, one a line. */
	public static final String REPORTS = "reports.jsonl";

	/**
	 * The one report that is handed in with decimal commas, when its period is asked for.
	 */
	public static final String DECIMAL_COMMAS = DecimalCommaFile.NAME;

	/** The file with the units. */
	public static final String UNITS = "units.csv";

	/** The file with the stories. */
	public static final String STORIES = "stories.yaml";

	/** Real centres do not answer everything. */
	private static final double UNANSWERED = 0.003;

	private final DemoOptions options;

	private final Map<Period, Edition> editions;

	private final List<Centre> centres;

	private DemoRegion(DemoOptions options, Map<Period, Edition> editions) {
		this.options = options;
		this.editions = editions;
		this.centres = Centres.of(options.seed(), options.centres());
	}

	/**
	 * Writes the region's files into a folder, which is made when it is missing.
	 * @return what is wrong with the editions, or that none is in force for a period;
	 * when there is anything, nothing is written
	 * @throws IOException when the files cannot be written
	 */
	public static Problems write(DemoOptions options, Path out) throws IOException {
		Problems problems = new Problems();
		Map<Period, Edition> editions = editions(options, problems);
		if (problems.isEmpty()) {
			Files.createDirectories(out);
			new DemoRegion(options, editions).write(out);
		}
		return problems;
	}

	/** The edition of each period that ends in the months asked for, in order. */
	private static Map<Period, Edition> editions(DemoOptions options, Problems problems) {
		List<Period> periods = new ArrayList<>();
		for (PeriodKind kind : PeriodKind.values()) {
			Period period = kind.at(options.from().atDay(1));
			for (; !period.to().isAfter(options.to().atEndOfMonth()); period = period.minus(-1)) {
				periods.add(period);
			}
		}
		periods.sort(null);
		ReportEditions inForce = new ReportEditions(options.assignments(), ASSIGNMENT, null);
		Map<Period, Edition> editions = new LinkedHashMap<>();
		for (Period period : periods) {
			int before = problems.size();
			Optional<Edition> edition = inForce.edition(period, problems);
			if (edition.isPresent()) {
				editions.put(period, edition.get());
			}
			else if (problems.size() == before) {
				problems.at(ASSIGNMENT, se.uppdragskollen.document.Position.NOWHERE, "")
					.say("no-edition-in-force", period, period.to());
			}
		}
		return editions;
	}

	private void write(Path out) throws IOException {
		List<Story> stories = Stories.all();
		Files.deleteIfExists(out.resolve(DECIMAL_COMMAS));
		try (Writer reports = Files.newBufferedWriter(out.resolve(REPORTS), StandardCharsets.UTF_8)) {
			for (Centre centre : this.centres) {
				for (Map.Entry<Period, Edition> one : this.editions.entrySet()) {
					if (Handing.isMissing(centre, one.getKey())) {
						continue;
					}
					Report report = report(one.getValue(), centre, one.getKey(), stories);
					if (DecimalCommaFile.holds(report, centre)) {
						Files.writeString(out.resolve(DECIMAL_COMMAS), DecimalCommaFile.text(report));
					}
					else {
						reports.append(ReportWriter.json(report)).append('\n');
					}
				}
			}
		}
		Files.writeString(out.resolve(UNITS), units());
		List<Story> told = stories.stream().filter((story) -> story.isToldBy(this.options)).toList();
		Files.writeString(out.resolve(STORIES), StoryFile.text(this.options, this.centres, told));
	}

	private static Report report(Edition edition, Centre centre, Period period, List<Story> stories) {
		Draft draft = new Draft(edition, centre, period);
		Administration.fill(draft);
		Competence.fill(draft);
		Accessibility.fill(draft);
		Premises.fill(draft);
		Care.fill(draft);
		Continuity.fill(draft);
		Cooperation.fill(draft);
		if (!Cast.includes(centre.index())) {
			for (Element element : edition.elements().values()) {
				if (draft.seldom("unanswered/" + element.id(), UNANSWERED)) {
					draft.without(element.id());
				}
			}
		}
		stories.forEach((story) -> story.tell(draft));
		return draft.report();
	}

	private String units() {
		StringBuilder text = new StringBuilder(
				"unit,name,municipality,operator,parent,peer_group,opened,closed,listed,rub_4,rub_5\n");
		for (Centre centre : this.centres) {
			Population population = Population.of(centre, this.options.to().atEndOfMonth());
			long highest = population.complex() / 4;
			List<String> cells = List.of(centre.unit(), centre.name(), centre.municipality(), centre.operator().kind(),
					(centre.parent() == null) ? "" : centre.parent(), centre.peerGroup(), centre.opened().toString(),
					"", String.valueOf(population.listed()), String.valueOf(population.complex() - highest),
					String.valueOf(highest));
			text.append(String.join(",", cells)).append('\n');
		}
		return text.toString();
	}

}
