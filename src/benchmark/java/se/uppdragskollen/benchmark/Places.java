package se.uppdragskollen.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Units, periods and cases to ask for, spread over all that the service has.
 */
final class Places {

	private static final int VARIANTS = 40;

	private static final int PAGES = 15;

	private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

	private final LoadedService service;

	private final List<String> units;

	private final List<String> months;

	private final List<String> cases;

	Places(LoadedService service) throws SQLException, IOException {
		this.service = service;
		this.units = service.texts("select id from unit order by hashtext(id) limit " + VARIANTS);
		this.months = service.texts("select period from self_report where period ~ '^[0-9]{4}-[0-9]{2}$' "
				+ "and latest is not null group by period having count(*) > 200 order by hashtext(period) limit " + VARIANTS);
		this.cases = service.texts("select id from follow_up_case order by id % 997, id limit " + VARIANTS);
	}

	/** The address with each place filled in, some forty times if it has any. */
	List<String> fill(String path) {
		if (!path.contains("{")) {
			return List.of(path);
		}
		return IntStream.range(0, VARIANTS)
			.mapToObj((i) -> path.replace("{unit}", one(this.units, i))
				.replace("{month}", one(this.months, i))
				.replace("{year}", one(this.months, i).substring(0, 4))
				.replace("{case}", one(this.cases, i)))
			.toList();
	}

	private static String one(List<String> all, int i) {
		return all.get(i % all.size());
	}

	/** The address of the last of so many pages, none when the list is shorter. */
	Optional<String> middle(String list, String person) {
		try {
			String token = this.service.token(person);
			String path = "/api/v1" + list;
			for (int page = 0; page < PAGES; page++) {
				Matcher next = NEXT.matcher(this.service.get(path + (path.contains("?") ? "&" : "?") + "limit=200", token));
				if (!next.find()) {
					return (page < 2) ? Optional.empty() : Optional.of(path);
				}
				path = "/api/v1" + list + "?cursor=" + URLEncoder.encode(next.group(1), StandardCharsets.UTF_8);
			}
			return Optional.of(path);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
