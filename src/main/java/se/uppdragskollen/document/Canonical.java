package se.uppdragskollen.document;

import java.math.BigDecimal;
import java.util.TreeMap;

/**
 * Writes a document's tree in one way, whatever its spacing, comments, quoting and order
 * of keys: for fingerprints.
 */
public final class Canonical {

	private Canonical() {
	}

	public static String text(Node node) {
		StringBuilder out = new StringBuilder();
		write(node, out);
		return out.toString();
	}

	private static void write(Node node, StringBuilder out) {
		if (node instanceof Node.Mapping mapping) {
			out.append('{');
			new TreeMap<>(mapping.entries()).forEach((key, entry) -> {
				quote(key, out);
				out.append(':');
				write(entry.value(), out);
				out.append(',');
			});
			out.append('}');
		}
		else if (node instanceof Node.Sequence sequence) {
			out.append('[');
			sequence.items().forEach((item) -> {
				write(item, out);
				out.append(',');
			});
			out.append(']');
		}
		else {
			scalar((Node.Scalar) node, out);
		}
	}

	private static void scalar(Node.Scalar scalar, StringBuilder out) {
		switch (scalar.kind()) {
			case NUMBER -> {
				BigDecimal number = scalar.number();
				out.append((number == null) ? scalar.raw() : number(number));
			}
			case TEXT -> quote(scalar.raw(), out);
			case BOOLEAN -> out.append(scalar.raw());
			default -> out.append("null");
		}
	}

	/** A number in one notation: no exponent, no trailing zeros. */
	public static String number(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	/** Appends a text in JSON's quotes. */
	public static void quote(String text, StringBuilder out) {
		out.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				out.append('\\').append(c);
			}
			else if (c < ' ') {
				out.append(String.format("\\u%04x", (int) c));
			}
			else {
				out.append(c);
			}
		}
		out.append('"');
	}

}
