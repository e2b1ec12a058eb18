package se.uppdragskollen.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.FollowUp;
import se.uppdragskollen.assignment.Level;
import se.uppdragskollen.assignment.Part;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.assignment.SourceKind;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.evaluation.Absence;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.followup.Course;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.rule.Comparison;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.ScopeWord;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.selfreport.DueStatus;
import se.uppdragskollen.statement.Direction;
import se.uppdragskollen.statement.ExemptionState;
import se.uppdragskollen.statement.LinkState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product's sentences: every key that the code says has its words in both languages,
 * no words lie unused, and the holes fit.
 */
class MessagesTests {

	/** The same in both languages, because it is no word or the same word. */
	private static final Set<String> SAME_IN_BOTH = Set.of("unit.percent", "unit.index", "unit.kronor",
			"unit.one.kronor", "unit.one.observations", "unit.one.patients", "unit.one.periods", "unit.one.persons",
			"unit.one.plans", "sentence.value", "sentence.missing-datum", "reads.figure", "reads.plain", "type.text",
			"column.period", "column.revision", "column.hsa-id", "column.rub-4", "column.rub-5", "word.tertial",
			"period.tertial", "published.made-of");

	/** Keys around a word of the code's own. */
	private static final List<Pattern> PUT_TOGETHER = List.of(Pattern.compile("diff\\.element\\.([a-z-]+)"),
			Pattern.compile("audit\\.fault-([a-z-]+)"), Pattern.compile("demo\\.story\\.([a-z0-9-]+)\\.(?:title|look)"),
			Pattern.compile("(?:demand|reads)\\.([A-Za-z]+)\\.(?:time|exactly)"));

	private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?<![:\"])//[^\n]*");

	private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

	/** {@code .say("k"}, {@code .say(yes ? "k" : "l"}, {@code Problem.ofFile(x, "k"}. */
	private static final List<Pattern> PROBLEM_KEYS = List.of(Pattern.compile("\\bsay\\(\\s*\"([a-z0-9-]+)\""),
			Pattern.compile("\\bsay\\([^;\"]*\\?\\s*\"([a-z0-9-]+)\""),
			Pattern.compile("\\bsay\\([^;\"]*\\?\\s*\"[a-z0-9-]+\"\\s*:\\s*\"([a-z0-9-]+)\""),
			Pattern.compile("ofFile\\((?:[^;\"]|\"[^\"]*\")*?,\\s*\"([a-z0-9-]+)\""),
			Pattern.compile("\"(rule-[a-z-]+)\""));

	@Test
	void everyProblemThatTheCodeTellsHasItsWords() throws IOException {
		Set<String> told = new TreeSet<>();
		for (String code : sources()) {
			PROBLEM_KEYS.forEach((pattern) -> pattern.matcher(code)
				.results()
				.forEach((found) -> told.add("problem." + found.group(1))));
		}
		assertThat(told).hasSizeGreaterThan(100);
		assertThat(bundle("messages_sv").keySet()).containsAll(told);
	}

	@Test
	void everyRefusalHasItsWords() throws IOException {
		Pattern invalid = Pattern.compile("Refusal\\s*\\.invalid\\(\\s*[^,;]*,\\s*\"([a-z0-9-]+)\"");
		Pattern other = Pattern.compile("Refusal\\s*\\.(?!invalid)\\w+\\(\\s*\"([a-z0-9-]+)\"");
		Set<String> told = new TreeSet<>();
		for (String code : sources()) {
			Stream.of(invalid, other)
				.forEach((pattern) -> pattern.matcher(code)
					.results()
					.forEach((found) -> told.add("refusal." + found.group(1))));
		}
		assertThat(told).hasSizeGreaterThan(5);
		assertThat(bundle("messages_sv").keySet()).containsAll(told);
	}

	@Test
	void everyColumnOfAListHasItsHeading() throws IOException {
		Pattern column = Pattern.compile("\\.column\\(\\s*\"([a-z0-9-]+)\"");
		Set<String> told = new TreeSet<>();
		for (String code : sources()) {
			column.matcher(code).results().forEach((found) -> told.add("column." + found.group(1)));
		}
		assertThat(bundle("messages_sv").keySet()).containsAll(told);
	}

	@Test
	void everySentenceThatTheCodeSaysHasItsWords() throws IOException {
		Set<String> families = bundle("messages_sv").keySet()
			.stream()
			.map((key) -> key.substring(0, key.indexOf('.')))
			.collect(Collectors.toCollection(TreeSet::new));
		Pattern key = Pattern.compile("(?:" + String.join("|", families) + ")\\.[a-z][A-Za-z0-9.-]*[a-zA-Z0-9]");
		Set<String> said = literals().stream()
			.filter((literal) -> key.matcher(literal).matches())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(said).hasSizeGreaterThan(50);
		assertThat(bundle("messages_sv").keySet()).containsAll(said);
	}

	@Test
	void everyWordOfTheFormatsHasItsWords() throws IOException {
		assertThat(bundle("messages_sv").keySet()).containsAll(computed());
	}

	@Test
	void noWordsLieUnused() throws IOException {
		Set<String> unused = new TreeSet<>(bundle("messages_sv").keySet());
		unused.removeAll(computed());
		Arrays.stream(Unit.values()).forEach((unit) -> unused.remove("unit.one." + unit.word()));
		Set<String> literals = literals();
		PUT_TOGETHER.forEach((pattern) -> unused.removeIf((key) -> {
			Matcher matcher = pattern.matcher(key);
			return matcher.matches() && literals.contains(matcher.group(1));
		}));
		unused.removeIf((key) -> key.matches("problem-title\\.\\d{3}|refusal\\.status-\\d{3}") || literals.contains(key)
				|| key.matches("(?:problem|refusal|column)\\..*")
						&& literals.contains(key.substring(key.indexOf('.') + 1)));
		assertThat(unused).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "language/messages", "cli/help", "language/pages" })
	void bothLanguagesHaveTheSameKeysAndHoles(String bundle) throws IOException {
		Map<String, List<String>> swedish = holes(bundle(bundle + "_sv"));
		Map<String, List<String>> english = holes(bundle(bundle + "_en"));
		assertThat(swedish).isEqualTo(english).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "language/messages", "cli/help", "language/pages" })
	void nothingIsBlank(String bundle) throws IOException {
		for (String language : List.of("_sv", "_en")) {
			assertThat(bundle(bundle + language)).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
		}
	}

	/** A key written twice in a properties file silently loses its first words. */
	@ParameterizedTest
	@ValueSource(strings = { "language/messages_sv", "language/messages_en", "cli/help_sv", "cli/help_en",
			"language/pages_sv", "language/pages_en" })
	void noKeyStandsTwice(String bundle) throws IOException {
		List<String> keys = Files.readAllLines(resource(bundle))
			.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> line.substring(0, line.indexOf('=')))
			.toList();
		assertThat(keys).doesNotHaveDuplicates();
	}

	@Test
	void nothingIsLeftUntranslated() throws IOException {
		Map<String, String> swedish = bundle("language/messages_sv");
		Map<String, String> english = bundle("language/messages_en");
		Set<String> same = swedish.keySet()
			.stream()
			.filter((key) -> swedish.get(key).equals(english.get(key)))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(same).isEqualTo(new TreeSet<>(SAME_IN_BOTH));
	}

	@ParameterizedTest
	@ValueSource(strings = { "language/messages", "cli/help", "language/pages" })
	void noEnglishInSwedishNorSwedishInEnglish(String bundle) throws IOException {
		Pattern english = Pattern.compile(
				"(?i)(?<![\\w(.-])(the|of|is|are|must|cannot|which|with|than|should|this|these|was|has|not)(?![\\w-])");
		Pattern swedish = Pattern.compile("(?i)[åäö]|(?<![\\w-])(och|att|som|inte|eller|ett|av|med)(?![\\w-])");
		assertThat(withoutLanguages(bundle + "_sv"))
			.allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(english));
		assertThat(withoutLanguages(bundle + "_en"))
			.allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(swedish));
	}

	/** The way to a language is told in that language. */
	private static Map<String, String> withoutLanguages(String bundle) throws IOException {
		Map<String, String> texts = bundle(bundle);
		texts.keySet().removeAll(Set.of("page.in-swedish", "page.in-english"));
		return texts;
	}

	/** A typographic apostrophe or quote doubled for MessageFormat would be shown so. */
	@ParameterizedTest
	@ValueSource(strings = { "language/messages_sv", "language/messages_en", "cli/help_sv", "cli/help_en",
			"language/pages_sv", "language/pages_en" })
	void apostrophesAreNotDoubled(String bundle) throws IOException {
		assertThat(bundle(bundle)).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("''"));
	}

	@Test
	void fillsHolesInTheLanguageOfTheReader() {
		Object[] holes = { new BigDecimal("1234.50"), new Bilingual("läkare", "doctors"), "SE1", List.of(1, 2) };
		assertThat(Messages.text(Language.SV, "check.credits", holes))
			.isEqualTo("Poäng: 1234,5 (antal krav som ger poäng: läkare).");
		assertThat(Messages.text(Language.EN, "check.credits", holes))
			.isEqualTo("Points: 1234.5 (requirements that give points: doctors).");
		assertThat(Messages.both("sentence.value", List.of(new Bilingual("ja", "yes"), BigDecimal.ONE), "x"))
			.isEqualTo(new Bilingual("ja, 1: x.", "yes, 1: x."));
	}

	@Test
	void leavesAHoleWithoutFillingEmptyAndFillingsAlone() {
		assertThat(Messages.text(Language.SV, "sentence.value", "{1}")).isEqualTo("{1}: .");
	}

	@Test
	void knowsAKeyOnlyWhenBothLanguagesDo() {
		assertThat(Messages.has("outcome.met")).isTrue();
		assertThat(Messages.has("outcome.perhaps")).isFalse();
	}

	/** The keys that are put together from a word of the formats. */
	private static Set<String> computed() {
		Set<String> keys = new TreeSet<>();
		family(keys, "outcome.", OutcomeKind.values());
		family(keys, "outcomes.", OutcomeKind.values());
		keys.addAll(Set.of("outcome.to-discuss", "outcomes.to-discuss"));
		Stream.of("outcome", "severity", "finding", "margin", "smallest_change", "points")
			.forEach((what) -> keys.add("difference." + what));
		family(keys, "absence.", Absence.values());
		family(keys, "finding.", FindingKind.values());
		family(keys, "severity.", Severity.values());
		List.of("proposed", "confirmed", "dismissed", "answered", "in-dialogue", "action-plan", "re-check", "closed",
				"escalated")
			.forEach((state) -> keys.add("case-state." + state));
		List.of("opened", "withdrawn", "proposed-again", "confirm", "dismiss", "propose-again", "answer",
				"open-dialogue", "agree", "re-check", "close", "reopen", "propose-escalation", "decline-escalation",
				"escalate", "raise-to-deviation", "extend", "assign", "note", "add-action", "change-action")
			.forEach((act) -> keys.add("case-act." + act));
		family(keys, "course.", Course.values());
		family(keys, "direction.", Direction.values());
		family(keys, "due-status.", DueStatus.values());
		family(keys, "exemption-state.", ExemptionState.values());
		List.of("running", "done", "cancelled").forEach((state) -> keys.add("run-state." + state));
		family(keys, "link-state.", LinkState.values());
		family(keys, "flag.", Flag.values());
		family(keys, "counterpart.", Counterpart.values());
		family(keys, "unit.", Unit.values());
		family(keys, "role.", Role.values());
		Stream.of("private", "health-centre", "area", "municipality").forEach((word) -> keys.add("unit-word." + word));
		List.of("engine", "revision", "report").forEach((what) -> keys.add("verify.different-" + what));
		family(keys, "type.", ElementType.values());
		family(keys, "source-kind.", SourceKind.values());
		List.of("submission", "history", "statement", "run").forEach((cause) -> keys.add("cause." + cause));
		List.of(Level.values(), FollowUp.values(), PeriodKind.values(), Severity.values(), Part.values())
			.forEach((words) -> family(keys, "word.", words));
		Arrays.stream(ObligationWord.values())
			.forEach((word) -> keys.addAll(List.of("demand." + word.written(), "reads." + word.written())));
		Arrays.stream(ScopeWord.values()).forEach((word) -> keys.add("reads.scope." + word.written()));
		Arrays.stream(Comparison.values())
			.forEach((one) -> keys.add("reads.scope." + one.name().toLowerCase(Locale.ROOT)));
		Arrays.stream(Statement.CreditWord.values())
			.forEach((word) -> keys.add("reads." + word.name().toLowerCase(Locale.ROOT)));
		Arrays.stream(PeriodKind.values()).forEach((kind) -> keys.add("published.each-" + kind.word()));
		List.of("report-soon", "report-late", "report-returned", "to-answer", "answer-due", "answer-late", "dialogue",
				"decided", "answered", "second-eyes", "signal-answered", "test")
			.forEach((kind) -> Stream.of("subject", "one", "several")
				.forEach((part) -> keys.add("notice." + part + "-" + kind)));
		return keys;
	}

	private static void family(Set<String> keys, String family, Word... words) {
		Arrays.stream(words).forEach((word) -> keys.add(family + word.word()));
	}

	private static Map<String, List<String>> holes(Map<String, String> bundle) {
		Map<String, List<String>> holes = new TreeMap<>();
		bundle.forEach((key, text) -> holes.put(key,
				Pattern.compile("\\{\\d+}")
					.matcher(text)
					.results()
					.map(MatchResult::group)
					.distinct()
					.sorted()
					.toList()));
		return holes;
	}

	private static Map<String, String> bundle(String name) throws IOException {
		Properties properties = new Properties();
		try (InputStreamReader reader = new InputStreamReader(
				Files.newInputStream(resource(name.contains("/") ? name : "language/" + name)),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		Map<String, String> bundle = new TreeMap<>();
		properties.forEach((key, text) -> bundle.put((String) key, (String) text));
		return bundle;
	}

	private static Path resource(String name) {
		return Path.of("src/main/resources/se/uppdragskollen", name + ".properties");
	}

	private static Set<String> literals() throws IOException {
		Set<String> literals = new TreeSet<>();
		for (String code : sources()) {
			LITERAL.matcher(code).results().forEach((found) -> literals.add(found.group(1)));
		}
		return literals;
	}

	private static List<String> sources() throws IOException {
		List<String> sources = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (Path file : files.filter((one) -> one.toString().endsWith(".java")).toList()) {
				sources.add(COMMENT.matcher(Files.readString(file)).replaceAll(""));
			}
		}
		return sources;
	}

}
