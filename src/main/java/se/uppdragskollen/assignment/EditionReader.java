package se.uppdragskollen.assignment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Canonical;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.RulePrinter;
import se.uppdragskollen.rule.RuleReader;

/**
 * Reads an edition from its folders and checks that its parts fit each other. All
 * problems are told at once.
 */
final class EditionReader {

	private final Path home;

	private final String assignment;

	private final String id;

	private final Problems problems;

	private final Unread unread = new Unread();

	private final StringBuilder canonical = new StringBuilder();

	EditionReader(Path home, String assignment, String id, Problems problems) {
		this.home = home;
		this.assignment = assignment;
		this.id = id;
		this.problems = problems;
	}

	Optional<Edition> read() {
		String file = fileOf(this.assignment, this.id, "assignment.yaml");
		Optional<Node> tree = tree(file);
		if (tree.isEmpty()) {
			return Optional.empty();
		}
		Fields fields = Fields.of(file, "", tree.get(), this.problems, "assignment", "edition", "title", "in_force",
				"decision", "continues", "smallest_group", "patient_groups", "registers", "follow_up", "chapters",
				"note");
		named(fields, "assignment", this.assignment);
		named(fields, "edition", this.id);
		Bilingual title = fields.bilingual("title");
		LocalDate[] inForce = inForce(fields);
		decision(fields);
		List<PatientGroup> groups = patientGroups(fields);
		List<Chapter> chapters = chapters(fields);
		Integer smallestGroup = smallestGroup(fields);
		FollowUpSettings settings = FollowUpReader.read(fields);
		ChapterReader reader = new ChapterReader(this.problems, groups, this.unread);
		List<Rule> rules = new ArrayList<>();
		for (Chapter chapter : chapters) {
			String yaml = fileOf(this.assignment, this.id, chapter.id() + ".yaml");
			tree(yaml).ifPresentOrElse((node) -> reader.read(chapter, yaml, node), this.unread::chapterLost);
			rules.addAll(rules(chapter));
		}
		strayFiles(chapters);
		overlaps(fields, inForce);
		if (title == null || inForce.length < 2 || smallestGroup == null) {
			return Optional.empty();
		}
		Edition edition = new Edition(this.assignment, this.id, title, inForce[0], inForce[1],
				fields.optionalText("continues"), smallestGroup, fields.optionalBilingual("note"), groups,
				registers(fields), settings, chapters, reader.requirements(), reader.elements(), reader.derived(),
				List.copyOf(rules), Fingerprint.of(this.canonical.toString()));
		new EditionChecks(edition, file, (chapter) -> fileOf(this.assignment, this.id, chapter + ".yaml"), this.unread,
				this.problems)
			.check();
		return Optional.of(edition);
	}

	/** From when to when an edition is in force, when that much of it can be read. */
	static Optional<Assignments.InForce> inForce(Path home, String assignment, String id) {
		String file = fileOf(assignment, id, "assignment.yaml");
		Problems unseen = new Problems();
		return Document.read(home.resolve(file), file, unseen)
			.flatMap((document) -> document.asFarAsRead(unseen))
			.map((node) -> Fields.open(file, "", node, unseen).node("in_force"))
			.flatMap((node) -> {
				Fields fields = Fields.open(file, "in_force", node, unseen);
				LocalDate from = fields.date("from");
				LocalDate to = fields.date("to");
				return (from == null || to == null) ? Optional.empty()
						: Optional.of(new Assignments.InForce(id, from, to));
			});
	}

	private Optional<Node> tree(String file) {
		Optional<Node> tree = Document.read(this.home.resolve(file), file, this.problems)
			.flatMap((document) -> document.asFarAsRead(this.problems));
		tree.ifPresent((node) -> this.canonical.append(file).append('\n').append(Canonical.text(node)).append('\n'));
		return tree;
	}

	private List<Rule> rules(Chapter chapter) {
		String file = "rules/" + this.assignment + "/" + this.id + "/" + chapter.id() + ".drl";
		String packageName = packageName(this.assignment, this.id, chapter.id());
		List<Rule> rules = List.of();
		Optional<Document> document = Document.read(this.home.resolve(file), file, this.problems);
		if (document.isEmpty()) {
			this.unread.rulesLost();
		}
		else {
			rules = RuleReader.read(document.get(), chapter.id(), packageName, this.problems, this.unread.used());
		}
		this.canonical.append(file)
			.append('\n')
			.append(rules.stream().map(RulePrinter::print).collect(Collectors.joining("\n")));
		return rules;
	}

	/**
	 * The package of a rule file: {@code rules.kalmar_halsoval.e2025_01.accessibility}.
	 */
	static String packageName(String assignment, String edition, String chapter) {
		return "rules." + word(assignment) + ".e" + word(edition) + "." + word(chapter);
	}

	private static String word(String id) {
		return id.replace('-', '_');
	}

	private void named(Fields fields, String key, String folder) {
		if (!folder.matches("[a-z0-9][a-z0-9-]*")) {
			fields.problem(key).found(folder).say("folder-name");
		}
		String name = fields.text(key);
		if (name != null && !name.equals(folder)) {
			fields.problem(key).allowed(folder).say("not-the-folder");
		}
	}

	private LocalDate[] inForce(Fields fields) {
		Node node = fields.required("in_force");
		if (node == null) {
			return new LocalDate[0];
		}
		Fields inForce = Fields.of(fields.file(), "in_force", node, this.problems, "from", "to");
		LocalDate from = inForce.date("from");
		LocalDate to = inForce.date("to");
		if (from == null || to == null) {
			return new LocalDate[0];
		}
		if (to.isBefore(from)) {
			inForce.problem("to").say("ends-before-start", from);
			return new LocalDate[0];
		}
		return new LocalDate[] { from, to };
	}

	private void decision(Fields fields) {
		Node node = fields.required("decision");
		if (node != null) {
			Fields decision = Fields.of(fields.file(), "decision", node, this.problems, "body", "date", "reference");
			decision.text("body");
			decision.optionalDate("date");
			decision.optionalText("reference");
		}
	}

	private @Nullable Integer smallestGroup(Fields fields) {
		java.math.BigDecimal number = fields.number("smallest_group");
		if (number == null) {
			return null;
		}
		if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
			fields.problem("smallest_group").say("whole-number-expected");
			return null;
		}
		return number.intValue();
	}

	private List<PatientGroup> patientGroups(Fields fields) {
		Map<Integer, PatientGroup> groups = new LinkedHashMap<>();
		int i = 0;
		for (Node item : fields.items("patient_groups")) {
			Fields group = Fields.of(fields.file(), "patient_groups[" + i++ + "]", item, this.problems, "id", "title");
			java.math.BigDecimal number = group.number("id");
			Bilingual title = group.bilingual("title");
			if (number != null && title != null
					&& groups.put(number.intValue(), new PatientGroup(number.intValue(), title)) != null) {
				group.problem("id").say("id-twice");
			}
		}
		return List.copyOf(groups.values());
	}

	private Map<String, Bilingual> registers(Fields fields) {
		Map<String, Bilingual> registers = new LinkedHashMap<>();
		Node node = fields.node("registers");
		if (node != null) {
			Fields named = Fields.open(fields.file(), "registers", node, this.problems);
			for (String id : named.names()) {
				Bilingual name = named.bilingual(id);
				if (name != null) {
					registers.put(id, name);
				}
			}
		}
		return registers;
	}

	private List<Chapter> chapters(Fields fields) {
		fields.required("chapters");
		Map<String, Chapter> chapters = new LinkedHashMap<>();
		int i = 0;
		for (Node item : fields.items("chapters")) {
			Fields chapter = Fields.of(fields.file(), "chapters[" + i++ + "]", item, this.problems, "id", "part",
					"title");
			String name = chapter.text("id", "[a-z][a-z0-9_-]*", "chapter-id");
			Part part = chapter.word("part", Part.class);
			Bilingual title = chapter.bilingual("title");
			if (name != null && part != null && title != null
					&& chapters.put(name, new Chapter(name, part, title)) != null) {
				chapter.problem("id").say("id-twice");
			}
		}
		return List.copyOf(chapters.values());
	}

	private void overlaps(Fields fields, LocalDate[] inForce) {
		if (inForce.length < 2) {
			return;
		}
		Assignments.InForce own = new Assignments.InForce(this.id, inForce[0], inForce[1]);
		for (String other : Assignments.at(this.home).editions(this.assignment)) {
			if (!other.equals(this.id)) {
				inForce(this.home, this.assignment, other).filter(own::overlaps)
					.ifPresent((one) -> fields.problems()
						.at(fields.file(), fields.positionOf("in_force"), "in_force")
						.found(own.from() + " – " + own.to())
						.say("editions-overlap", one.edition(), one.from(), one.to()));
			}
		}
	}

	/** Files beside the chapters are forgotten chapters or left-overs: say so. */
	private void strayFiles(List<Chapter> chapters) {
		List<String> stems = new ArrayList<>(chapters.stream().map(Chapter::id).toList());
		stray("rules", ".drl", stems);
		stems.add("assignment");
		stray("assignments", ".yaml", stems);
	}

	private void stray(String folder, String ending, List<String> stems) {
		Path path = this.home.resolve(folder).resolve(this.assignment).resolve(this.id);
		String[] names = path.toFile().list();
		for (String name : (names != null) ? names : new String[0]) {
			boolean known = name.endsWith(ending) && stems.contains(name.substring(0, name.length() - ending.length()));
			if (!known && !name.startsWith(".") && Files.isRegularFile(path.resolve(name))) {
				this.problems
					.add(Problem.ofFile(folder + "/" + this.assignment + "/" + this.id + "/" + name, "stray-file"));
			}
		}
	}

	private static String fileOf(String assignment, String edition, String name) {
		return "assignments/" + assignment + "/" + edition + "/" + name;
	}

}
