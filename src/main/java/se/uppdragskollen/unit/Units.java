package se.uppdragskollen.unit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;

/**
 * The reporting units of a region, from a CSV file with the columns {@code unit,name,
 * municipality,operator,parent,peer_group}; other columns are left alone.
 */
public final class Units {

	private final Map<String, ReportingUnit> byId;

	private Units(Map<String, ReportingUnit> byId) {
		this.byId = byId;
	}

	/** No units known: all may be compared. */
	public static Units unknown() {
		return new Units(Map.of());
	}

	/** These units. */
	public static Units of(Collection<ReportingUnit> units) {
		Map<String, ReportingUnit> byId = new LinkedHashMap<>();
		units.forEach((unit) -> byId.put(unit.id(), unit));
		return new Units(byId);
	}

	/** Reads a file, or tells why it cannot be read. */
	public static Optional<Units> read(Path path, Problems problems) {
		String file = path.toString();
		Optional<Document> document = Document.read(path, file, problems);
		if (document.isEmpty()) {
			return Optional.empty();
		}
		int before = problems.size();
		Map<String, ReportingUnit> units = new LinkedHashMap<>();
		String text = document.get().text();
		char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
		try (CsvReader<NamedCsvRecord> records = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
			for (NamedCsvRecord row : records) {
				Position position = new Position((int) row.getStartingLineNumber(), 1);
				String id = row.findField("unit").orElse("").strip();
				if (id.isEmpty()) {
					problems.at(file, position, "unit").say("key-missing", "unit");
				}
				else if (units.containsKey(id)) {
					problems.at(file, position, "unit").found(id).say("id-twice");
				}
				else {
					units.put(id, unit(id, row));
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			problems.at(file, Position.NOWHERE, "").say("not-csv");
		}
		units.values()
			.stream()
			.filter((unit) -> unit.parent() != null && !units.containsKey(unit.parent()))
			.forEach((unit) -> problems.at(file, Position.NOWHERE, unit.id() + ".parent")
				.found(unit.parent())
				.allowedNames(List.copyOf(units.keySet()))
				.say("unknown-unit"));
		return (problems.size() == before) ? Optional.of(new Units(units)) : Optional.empty();
	}

	private static ReportingUnit unit(String id, NamedCsvRecord row) {
		String parent = field(row, "parent");
		return new ReportingUnit(id, field(row, "name"), field(row, "municipality"), field(row, "operator"),
				parent.isEmpty() ? null : parent, field(row, "peer_group"));
	}

	private static String field(NamedCsvRecord row, String name) {
		return row.findField(name).orElse("").strip();
	}

	public Optional<ReportingUnit> unit(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/** What people call a unit, or its id when it is not known. */
	public String nameOf(String id) {
		return unit(id).map(ReportingUnit::name).filter((name) -> !name.isEmpty()).orElse(id);
	}

	/**
	 * Whether another unit may be a unit's peer: of the same group, no filial, and not
	 * belonging to the same centre.
	 */
	public boolean comparable(String id, String other) {
		Optional<ReportingUnit> unit = unit(id);
		Optional<ReportingUnit> peer = unit(other);
		if (id.equals(other)) {
			return false;
		}
		if (unit.isEmpty() || peer.isEmpty()) {
			return true;
		}
		return !peer.get().isFilial() && unit.get().peerGroup().equals(peer.get().peerGroup())
				&& !other.equals(unit.get().parent());
	}

}
