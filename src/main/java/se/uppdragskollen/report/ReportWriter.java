package se.uppdragskollen.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Canonical;
import se.uppdragskollen.document.Fingerprint;

/**
 * Writes a report as one line of JSON, in one order: for JSON Lines and for the
 * fingerprint.
 */
public final class ReportWriter {

	private ReportWriter() {
	}

	static String fingerprint(Report report) {
		return Fingerprint.of(json(report));
	}

	/** The report as canonical JSON: keys in the format's order, names sorted. */
	public static String json(Report report) {
		Map<String, @Nullable Object> top = new LinkedHashMap<>();
		top.put("unit", report.unit());
		top.put("assignment", report.assignment());
		top.put("period", report.period());
		put(top, "handed_in", report.handedIn());
		top.put("values", new TreeMap<>(report.values()));
		put(top, "not_applicable", new TreeMap<>(report.notApplicable()));
		put(top, "suppressed", new TreeSet<>(report.suppressed()));
		put(top, "registers", list(report.registers().stream().map(ReportWriter::register).toList()));
		put(top, "signals", list(report.signals().stream().map(ReportWriter::signal).toList()));
		put(top, "exemptions", list(report.exemptions().stream().map(ReportWriter::exemption).toList()));
		put(top, "history", new TreeMap<>(report.history()));
		Map<String, Object> peers = new TreeMap<>();
		report.peers().forEach((element, one) -> peers.put(element, peers(one)));
		put(top, "peers", peers);
		StringBuilder out = new StringBuilder(512);
		write(top, out);
		return out.toString();
	}

	private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
		boolean empty = value == null || value instanceof Collection<?> some && some.isEmpty()
				|| value instanceof Map<?, ?> entries && entries.isEmpty();
		if (!empty) {
			map.put(key, value);
		}
	}

	private static List<Map<String, @Nullable Object>> list(List<Map<String, @Nullable Object>> items) {
		List<Map<String, @Nullable Object>> sorted = new ArrayList<>(items);
		sorted.sort(Comparator.comparing(Map::toString));
		return sorted;
	}

	private static Map<String, @Nullable Object> register(RegisterValue register) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("source", register.source());
		map.put("element", register.element());
		map.put("value", register.value());
		map.put("as_of", register.asOf());
		return map;
	}

	private static Map<String, @Nullable Object> signal(Signal signal) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("from", signal.from().word());
		map.put("flag", signal.flag().word());
		put(map, "requirement", signal.requirement());
		put(map, "text", signal.text());
		map.put("date", signal.date());
		return map;
	}

	private static Map<String, @Nullable Object> exemption(Exemption exemption) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("requirement", exemption.requirement());
		map.put("from", exemption.from());
		map.put("to", exemption.to());
		map.put("approver", exemption.approver());
		map.put("reason", exemption.reason());
		return map;
	}

	private static Map<String, Object> peers(Peers peers) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("mean", peers.mean());
		map.put("sd", peers.sd());
		map.put("count", BigDecimal.valueOf(peers.count()));
		return map;
	}

	private static void write(@Nullable Object value, StringBuilder out) {
		if (value instanceof Map<?, ?> map) {
			char separator = '{';
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				out.append(separator);
				separator = ',';
				Canonical.quote(String.valueOf(entry.getKey()), out);
				out.append(':');
				write(entry.getValue(), out);
			}
			out.append((separator == '{') ? "{}" : "}");
		}
		else if (value instanceof Collection<?> items) {
			char separator = '[';
			for (Object item : items) {
				out.append(separator);
				separator = ',';
				write(item, out);
			}
			out.append((separator == '[') ? "[]" : "]");
		}
		else if (value instanceof BigDecimal number) {
			out.append(Canonical.number(number));
		}
		else if (value instanceof Boolean || value == null) {
			out.append(value);
		}
		else {
			Canonical.quote(value.toString(), out);
		}
	}

}
