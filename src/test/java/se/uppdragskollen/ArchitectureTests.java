package se.uppdragskollen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The structure of the code. Each rule holds for the product and is noticed where it is
 * broken on purpose, in {@code planted}.
 */
class ArchitectureTests {

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("se.uppdragskollen");

	private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

	private static final Pattern PLANTED_CLASS = Pattern.compile("planted\\.[a-z.]+\\.[A-Z]\\w*");

	private static final Architecture ARCHITECTURE = new Architecture("se.uppdragskollen");

	private static final Architecture BROKEN = new Architecture("planted");

	@TestFactory
	Stream<DynamicTest> productKeepsTheRules() {
		return rules(ARCHITECTURE)
			.map((rule) -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT)));
	}

	@Test
	void noticesAModuleThatKnowsTooMuch() {
		assertThat(offenders(BROKEN.modulesKnowOnlyWhatTheyMay())).containsExactly("planted.bare.WithoutPackageInfo",
				"planted.rule.KnowsAnInside", "planted.unit.UnitHelper");
	}

	@Test
	void noticesSpringInTheEngine() {
		assertThat(offenders(BROKEN.engineKnowsNoSpring())).containsExactly("planted.evaluation.KnowsSpring");
	}

	@Test
	void noticesDroolsOutsideItsPackage() {
		assertThat(offenders(BROKEN.onlyOnePackageKnowsDrools())).containsExactly("planted.evaluation.KnowsDrools");
	}

	@Test
	void noticesTimeAndChanceOfTheMachine() {
		ArchRule rule = BROKEN.timeAndChanceComeFromOutside();
		assertThat(offenders(rule)).containsExactly("planted.demo.RollsDice", "planted.language.AsksTheTime");
		assertThat(rule.evaluate(PLANTED).getFailureReport().getDetails()).hasSize(5);
	}

	@Test
	void noticesAClockMadeInside() {
		assertThat(offenders(BROKEN.onlyTheStartMakesAClock())).containsExactly("planted.language.MakesAClock");
	}

	@Test
	void noticesInexactNumbers() {
		assertThat(offenders(BROKEN.engineIsExact())).containsExactly("planted.report.CallsDouble",
				"planted.report.DecidesByDouble");
	}

	@Test
	void noticesPrintingFromTheEngine() {
		assertThat(offenders(BROKEN.engineDoesNotPrint())).containsExactly("planted.document.Prints");
	}

	@Test
	void noticesAPackageThatDoesNotSayWhatItIs() {
		assertThat(offenders(BROKEN.packagesSayWhatTheyAre())).containsExactly("planted.bare.WithoutPackageInfo");
	}

	@Test
	void noticesNamesThatSayNothing() {
		assertThat(offenders(BROKEN.namesSaySomething())).containsExactly("planted.unit.UnitHelper");
	}

	/** Reckoning inside a method leaves no trace in signatures: the sources are read. */
	@Test
	void engineReckonsExactly() throws IOException {
		assertThat(inexactReckoning(Path.of("src/main/java/se/uppdragskollen"))).isEmpty();
		assertThat(inexactReckoning(Path.of("src/test/java/planted"))).containsExactly("report/CallsDouble.java",
				"report/DecidesByDouble.java", "report/ReckonsInDouble.java");
	}

	private static Stream<ArchRule> rules(Architecture architecture) {
		return Stream.of(architecture.modulesKnowOnlyWhatTheyMay(), architecture.engineKnowsNoSpring(),
				architecture.onlyOnePackageKnowsDrools(), architecture.timeAndChanceComeFromOutside(),
				architecture.onlyTheStartMakesAClock(), architecture.engineIsExact(), architecture.engineDoesNotPrint(),
				architecture.packagesSayWhatTheyAre(), architecture.namesSaySomething());
	}

	/** The planted classes that break a rule. */
	private static Set<String> offenders(ArchRule rule) {
		Set<String> offenders = new TreeSet<>();
		for (String detail : rule.evaluate(PLANTED).getFailureReport().getDetails()) {
			PLANTED_CLASS.matcher(detail).results().findFirst().ifPresent((found) -> offenders.add(found.group()));
		}
		return offenders;
	}

	private static List<String> inexactReckoning(Path root) throws IOException {
		Pattern notCode = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
		Pattern inexact = Pattern
			.compile("(?i:\\b(double|float|doubleValue|floatValue|DoubleStream)\\b)|\\b\\d+\\.\\d|\\b\\d+[fFdD]\\b");
		Pattern loadFactor = Pattern.compile("\\b0\\.75f, true\\)");
		try (Stream<Path> files = Architecture.ENGINE.stream()
			.map(root::resolve)
			.filter(Files::isDirectory)
			.flatMap(ArchitectureTests::sources)) {
			return files.filter((file) -> {
				String code = loadFactor.matcher(notCode.matcher(read(file)).replaceAll("")).replaceAll(")");
				return inexact.matcher(code).find();
			}).map((file) -> root.relativize(file).toString()).sorted().toList();
		}
	}

	private static Stream<Path> sources(Path folder) {
		try {
			return Files.walk(folder).filter((file) -> file.toString().endsWith(".java"));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
