package se.uppdragskollen.qof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes practices' published figures as reports, one per practice, in the forms that the
 * product reads.
 *
 * @param year the reports' period
 * @param practices the published rows by practice
 */
record QofFiles(QofYear year, Map<String, List<QofRow>> practices) {

	/** Only the first practices. */
	QofFiles first(int count) {
		Map<String, List<QofRow>> some = new LinkedHashMap<>();
		this.practices.entrySet().stream().limit(count).forEach((one) -> some.put(one.getKey(), one.getValue()));
		return new QofFiles(this.year, some);
	}

	Path jsonLines(Path folder) throws IOException {
		List<String> lines = new ArrayList<>();
		this.practices.forEach((practice, rows) -> {
			String values = rows.stream()
				.filter((row) -> !row.isSuppressed())
				.map((row) -> "\"%s\":%s,\"%s\":%s".formatted(row.numElement(), row.num(), row.denElement(),
						row.denom()))
				.collect(Collectors.joining(","));
			String suppressed = rows.stream()
				.filter(QofRow::isSuppressed)
				.flatMap(QofFiles::elements)
				.map("\"%s\""::formatted)
				.collect(Collectors.joining(","));
			lines.add(
					"{\"unit\":\"%s\",\"assignment\":\"scotland-qof\",\"period\":\"%s\",\"values\":{%s},\"suppressed\":[%s]}"
						.formatted(practice, this.year.edition(), values, suppressed));
		});
		return Files.write(folder.resolve(jsonLinesName()), lines);
	}

	String jsonLinesName() {
		return "qof-%s.jsonl".formatted(this.year.edition());
	}

	Path longForm(Path folder) throws IOException {
		List<String> lines = new ArrayList<>(List.of("unit,period,element,value,status"));
		this.practices.values().forEach((rows) -> rows.forEach((row) -> {
			lines.add(longLine(row, row.numElement(), row.num()));
			lines.add(longLine(row, row.denElement(), row.denom()));
		}));
		return Files.write(folder.resolve("qof-%s-long.csv".formatted(this.year.edition())), lines);
	}

	private String longLine(QofRow row, String element, String count) {
		return String.join(",", row.practice(), this.year.edition(), element,
				row.isSuppressed() ? ",suppressed" : count + ",reported");
	}

	Path wideForm(Path folder) throws IOException {
		TreeSet<String> elements = new TreeSet<>();
		this.practices.values().forEach((rows) -> rows.stream().flatMap(QofFiles::elements).forEach(elements::add));
		List<String> lines = new ArrayList<>(List.of("unit;period;" + String.join(";", elements)));
		this.practices.forEach((practice, rows) -> {
			Map<String, String> cells = new LinkedHashMap<>();
			rows.forEach((row) -> {
				cells.put(row.numElement(), row.isSuppressed() ? "*" : row.num());
				cells.put(row.denElement(), row.isSuppressed() ? "*" : row.denom());
			});
			lines.add("%s;%s;%s".formatted(practice, this.year.edition(),
					elements.stream().map((one) -> cells.getOrDefault(one, "")).collect(Collectors.joining(";"))));
		});
		return Files.write(folder.resolve("qof-%s-wide.csv".formatted(this.year.edition())), lines);
	}

	private static Stream<String> elements(QofRow row) {
		return Stream.of(row.numElement(), row.denElement());
	}

}
