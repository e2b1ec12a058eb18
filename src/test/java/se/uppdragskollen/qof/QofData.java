package se.uppdragskollen.qof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The published results of QOF in {@code ../shared/data/scotland-qof}, beside the
 * project; they are never copied into it. Without them the tests are left out and say so,
 * but fail where {@code CI=true}.
 */
final class QofData {

	private static final Path FOLDER = Path.of("../shared/data/scotland-qof");

	private QofData() {
	}

	/** Whether the data are there; says so when they are not. */
	static boolean areThere() {
		boolean there = Files.isDirectory(FOLDER);
		if (!there) {
			System.err.println(missing());
		}
		return there;
	}

	/** Gives up the test when the data are not there. */
	static void demand() {
		if ("true".equals(System.getenv("CI"))) {
			assertThat(FOLDER).as(missing()).isDirectory();
		}
		assumeThat(FOLDER).as(missing()).isDirectory();
	}

	private static String missing() {
		return "The QOF tests need %s, which is not there".formatted(FOLDER.toAbsolutePath().normalize());
	}

	/** The rows of a year's requirements, by practice, in the order published. */
	static Map<String, List<QofRow>> practices(QofYear year, Set<String> requirements) throws IOException {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				new GZIPInputStream(Files.newInputStream(FOLDER.resolve(year.file()))), StandardCharsets.UTF_8))) {
			assertThat(lines.readLine()).isEqualTo("practice,contract,indicator,num,denom,register,points,achieved");
			return lines.lines()
				.map((line) -> line.split(",", -1))
				.filter((cells) -> requirements.contains(QofRow.requirementId(cells[2])))
				.map((cells) -> new QofRow(cells[0], QofRow.requirementId(cells[2]), cells[3], cells[4],
						new BigDecimal(cells[7])))
				.collect(Collectors.groupingBy(QofRow::practice, LinkedHashMap::new, Collectors.toList()));
		}
	}

	/** The share in percent that earns full points, by requirement. */
	static Map<String, BigDecimal> upperLimits(QofYear year, Set<String> requirements) throws IOException {
		Map<String, BigDecimal> limits = new HashMap<>();
		for (String line : Files.readAllLines(FOLDER.resolve("rule_book.csv"))) {
			String[] cells = line.split(",", -1);
			if (cells[0].equals(year.written()) && requirements.contains(QofRow.requirementId(cells[1]))) {
				limits.put(QofRow.requirementId(cells[1]), new BigDecimal(cells[6]));
			}
		}
		return limits;
	}

}
