package se.uppdragskollen.operation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables that a backup holds: all but the list of migrations, which restoring makes,
 * and who is logged in.
 */
final class BackupTables {

	private static final String KEPT = "('flyway_schema_history', 'spring_session', 'spring_session_attributes')";

	private BackupTables() {
	}

	/** The tables with their columns; each after those that it refers to. */
	static Map<String, List<String>> of(Connection connection) throws SQLException {
		Map<String, List<String>> columns = new LinkedHashMap<>();
		Map<String, List<String>> needs = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement()) {
			try (ResultSet row = statement.executeQuery("""
					select c.relname, a.attname
					from pg_class c join pg_attribute a on a.attrelid = c.oid
					where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
						and not a.attisdropped and a.attgenerated = '' and c.relname not in %s
					order by c.relname, a.attnum""".formatted(KEPT))) {
				while (row.next()) {
					columns.computeIfAbsent(row.getString(1), (table) -> new ArrayList<>()).add(row.getString(2));
				}
			}
			try (ResultSet row = statement.executeQuery("""
					select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
					where contype = 'f' and conrelid <> confrelid
						and connamespace = 'public'::regnamespace order by 1, 2""")) {
				while (row.next()) {
					needs.computeIfAbsent(row.getString(1), (table) -> new ArrayList<>()).add(row.getString(2));
				}
			}
		}
		return ordered(columns, needs);
	}

	private static Map<String, List<String>> ordered(Map<String, List<String>> columns,
			Map<String, List<String>> needs) {
		Map<String, List<String>> ordered = new LinkedHashMap<>();
		while (ordered.size() < columns.size()) {
			int before = ordered.size();
			columns.forEach((table, names) -> {
				if (!ordered.containsKey(table)
						&& needs.getOrDefault(table, List.of()).stream().allMatch(ordered::containsKey)) {
					ordered.put(table, names);
				}
			});
			if (ordered.size() == before) {
				throw new IllegalStateException("tables refer to each other in a circle: " + columns.keySet());
			}
		}
		return ordered;
	}

	/** Where its sequences stand. */
	static List<BackupManifest.Sequence> sequences(Connection connection) throws SQLException {
		List<BackupManifest.Sequence> sequences = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
				select sequencename, coalesce(last_value + increment_by, start_value)
				from pg_sequences where schemaname = 'public' order by 1""")) {
			while (row.next()) {
				sequences.add(new BackupManifest.Sequence(row.getString(1), row.getLong(2)));
			}
		}
		return sequences;
	}

	/** {@code "unit" ("id", "name")}. */
	static String written(String table, List<String> columns) {
		return quoted(table) + " (" + columns.stream().map(BackupTables::quoted).collect(Collectors.joining(", "))
				+ ")";
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
