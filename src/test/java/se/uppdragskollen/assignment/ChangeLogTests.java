package se.uppdragskollen.assignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.uppdragskollen.document.Problems;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code assignments/CHANGELOG.md} tells of every requirement that asks for something
 * else than in the edition before, and of no other.
 */
class ChangeLogTests {

	private static final Assignments ASSIGNMENTS = Assignments.at(Path.of("."));

	private static final Pattern REQUIREMENT = Pattern.compile("(?<![\\w/])[A-Z]+[0-9]+[a-z]?(?![\\w:/])");

	/** Every two editions of which one follows the other. */
	static Stream<Arguments> pairs() {
		List<Arguments> pairs = new ArrayList<>();
		for (String assignment : ASSIGNMENTS.assignments()) {
			List<String> editions = ASSIGNMENTS.editions(assignment);
			for (int i = 1; i < editions.size(); i++) {
				pairs.add(Arguments.of(assignment, editions.get(i - 1), editions.get(i)));
			}
		}
		return pairs.stream();
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void tellsOfEveryRequirementThatChangedAndOfNoOther(String assignment, String before, String after)
			throws IOException {
		Set<String> changed = new TreeSet<>();
		for (EditionChange change : EditionDiff.between(edition(assignment, before), edition(assignment, after))) {
			if (change.kind().inSubstance() || change.kind() == ChangeKind.LIMIT_EARLIER) {
				changed.add(change.subject());
			}
		}

		Set<String> told = new TreeSet<>();
		section(assignment + " " + before + " → " + after).lines()
			.filter((line) -> line.startsWith("|"))
			.map((line) -> line.split("\\|")[1])
			.forEach((cell) -> {
				Matcher matcher = REQUIREMENT.matcher(cell);
				while (matcher.find()) {
					told.add(matcher.group());
				}
			});

		assertThat(changed).isNotEmpty();
		assertThat(told).isEqualTo(changed);
	}

	private static String section(String title) throws IOException {
		String log = Files.readString(Path.of("assignments/CHANGELOG.md"));
		assertThat(log).contains("\n## " + title + "\n");
		String from = log.substring(log.indexOf("\n## " + title + "\n") + 1);
		int next = from.indexOf("\n## ");
		return (next < 0) ? from : from.substring(0, next);
	}

	private static Edition edition(String assignment, String id) {
		return ASSIGNMENTS.edition(assignment, id, new Problems()).orElseThrow();
	}

}
