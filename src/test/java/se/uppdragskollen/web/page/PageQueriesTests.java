package se.uppdragskollen.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No page asks the database more often because there is more to read: each is asked for
 * in a region of some centres and two years, and again when it has three times as many
 * centres and ten years.
 */
class PageQueriesTests {

	/**
	 * What a page may ask about more because cases have come into other states,
	 * exemptions are there at all, and the like; not for each.
	 */
	private static final int OTHER_THINGS = 2;

	/** Who reads, by the column of {@code access.txt}. */
	private static final Map<String, Integer> READERS = Map.of("", 0, "bodil", 1, "greta", 2, "vera", 6, "revy", 8,
			"admina", 9);

	@Test
	void asksNoMoreOftenWhenThereIsMoreToRead() throws IOException, SQLException {
		Map<String, Object> database = RunningService.newDatabase();
		try (RunningService demo = RunningService.start(database, Map.of("uppdragskollen.demo.centres", 24))) {
			PageSamples samples = PageSamples.ofSomethingOfEverything(demo);
			Map<String, Integer> before = count(demo, samples);
			grow(database);
			Map<String, Integer> after = count(demo, samples);
			assertThat(before).hasSizeGreaterThan(60);
			assertThat(before.values()).as("statements are counted")
				.allMatch((count) -> count < 80)
				.anyMatch((count) -> count > 4);
			Map<String, String> more = new LinkedHashMap<>();
			before.forEach((page, count) -> {
				int grown = Objects.requireNonNull(after.get(page));
				if (grown > count + OTHER_THINGS) {
					more.put(page, count + " statements, then " + grown);
				}
			});
			assertThat(more).as("pages that ask more often when there is more").isEmpty();
		}
	}

	private static Map<String, Integer> count(RunningService demo, PageSamples samples) throws IOException {
		Map<String, Integer> counts = new LinkedHashMap<>();
		try (Statements statements = new Statements()) {
			for (Map.Entry<String, Integer> reader : READERS.entrySet()) {
				String own = samples.unitOf(reader.getKey());
				Client client = reader.getKey().isEmpty() ? demo.anonymous() : demo.client(reader.getKey());
				for (String pattern : samples.readableBy(reader.getValue())) {
					if (pattern.startsWith("/api/")) {
						continue;
					}
					for (String sample : samples.of(pattern)) {
						samples.fill(sample.replace("{language}", "sv"), own)
							.ifPresent((address) -> counts.put(address + " (" + reader.getKey() + ")",
									statements.during(() -> ask(client, address))));
					}
				}
			}
		}
		return counts;
	}

	private static void ask(Client client, String address) {
		Client.Answer answer = client.get(address, "Accept", "text/html");
		assertThat(answer.status()).as(address).isIn(200, 302, 303);
	}

	private static void grow(Map<String, Object> database) throws IOException, SQLException {
		String url = String.valueOf(database.get("spring.datasource.url"));
		try (InputStream centres = Objects
			.requireNonNull(PageQueriesTests.class.getResourceAsStream("more-centres.sql"));
				Connection connection = RunningService.owner(url.substring(url.lastIndexOf('/') + 1)).getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(new String(centres.readAllBytes(), StandardCharsets.UTF_8));
			statement.execute(Files.readString(Path.of("src/benchmark/sql/ten-years.sql")));
			statement.execute("analyze");
		}
	}

}
