package se.uppdragskollen.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests that no honest client sends, made from honest ones; the same for the same
 * chance.
 */
final class Hostile {

	private static final String LONG = "a".repeat(3000);

	/** In addresses, already escaped as addresses demand. */
	private static final List<String> WORDS = List.of("-1", "0", "1", "9223372036854775807", "9223372036854775808",
			"-9223372036854775808", "99999999999999999999999999", "1e999999999", "%00", "a%00b", "%01", "%7F", "%0D%0A",
			"%ED%A0%80", "%FF", "%C0%80", "%F0%9F%98%80", "%E2%80%AE", "%2e%2e", "%2F", "..%2f..%2fetc", "%5C", "%25",
			"%2525", "%3B", "%E2%80%A8", "'--", "%22%3E%3Cscript%3E", "%24%7Bx%7D", "%7B%7D", "2025-02-30", "2025-Q9",
			"0000-01-01", "9999-12-31", "+999999999-12-31", "2025-13", "null", "true", "NaN", "SE0000000000-0000",
			"%20", "%09", LONG, "a:b", "5", "*", "~", "%EF%BB%BF");

	/** Values in JSON. */
	private static final List<String> VALUES = List.of("null", "true", "-1", "0", "1e999999999", "-1e-999999999",
			"123456789012345678901234567890", "9223372036854775808", "0.1e400", "1.5", "\"\"", "\" \"", "[]", "{}",
			"[[]]", "[null]", "{\"a\":null}", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"",
			"\"\\u0001\\u0008\\u001b[31m\"", "\"\\u202e\\ufeff\"", "\"" + LONG.repeat(4) + "\"", "\"2025-02-30\"",
			"\"0000-00-00\"", "\"-999999999-01-01\"", "\"+999999999-12-31\"", "\"2025-Q1\"", "\"=1+1\"", "\"<script>\"",
			"\"$" + "{x}\"", "\"'); drop table unit;--\"", "1".repeat(2000), "\"1e999999999\"", "\"NaN\"", "[1,2,3]",
			"\"\ud83d\ude00\"", "\"../../etc/passwd\"");

	/** Whole bodies. */
	private static final List<String> BODIES = List.of("", " ", "{", "}", "[", "[]", "null", "\"x\"", "1", "{}",
			"{\"\":1}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}", "{\"a\":01}", "\ufeff{}", "{}{}", "{} x",
			"[".repeat(30_000), "{\"a\":".repeat(20_000),
			"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "\u0000",
			"a=b&c=d", "{\"__proto__\":{}}", "{\"@class\":\"java.lang.Runtime\"}");

	private static final List<String[]> HEADERS = List.of(new String[] { "If-Match", "*" },
			new String[] { "If-Match", "\"99999999999999999999\"" }, new String[] { "If-Match", "\"-1\"" },
			new String[] { "If-Match", "x" }, new String[] { "If-Match", "\u0085" },
			new String[] { "If-Match", "\"1\", \"2\"" }, new String[] { "If-Match", "\"999999999999999999\"" },
			new String[] { "If-None-Match", "*" }, new String[] { "Idempotency-Key", "" },
			new String[] { "Idempotency-Key", LONG },
			new String[] { "Idempotency-Key", "\u00e5\u00e4\u00f6\u00e5\u00e4\u00f6\u00e5\u00e4" },
			new String[] { "Accept", "text/html" }, new String[] { "Accept", "x" },
			new String[] { "Accept", "*/*;q=9" }, new String[] { "Accept", "application/xml" },
			new String[] { "Accept", "image/png, text/csv" },
			new String[] { "Accept-Language", "xx-" + LONG.substring(0, 500) },
			new String[] { "Accept-Language", "*;q=nan" }, new String[] { "Accept-Language", "en;q=0.1.1,-" },
			new String[] { "Accept-Language", "tlh,sv;q=2" },
			new String[] { "Range", "bytes=0-0,2-1,-99999999999999999999" }, new String[] { "Range", "lines=1" },
			new String[] { "Content-Type", "text/plain" }, new String[] { "Content-Type", "x" },
			new String[] { "Content-Type", "application/xml" },
			new String[] { "Content-Type", "application/json;charset=utf-32" },
			new String[] { "Content-Type", "application/json;charset=nothing" },
			new String[] { "Content-Type", "multipart/form-data" },
			new String[] { "Content-Type", "multipart/form-data; boundary=" },
			new String[] { "Content-Type", "application/x-www-form-urlencoded" },
			new String[] { "Content-Type", "application/x-java-serialized-object" },
			new String[] { "Content-Encoding", "gzip" }, new String[] { "X-Forwarded-For", "x, ;,%00" },
			new String[] { "X-Forwarded-Proto", "javascript" }, new String[] { "X-Forwarded-Port", "-1" },
			new String[] { "X-Forwarded-Host", "evil.example" },
			new String[] { "Cookie", "__Host-session=%00; a=b;;=" },
			new String[] { "X-HTTP-Method-Override", "DELETE" }, new String[] { "Origin", "https://evil.example" },
			new String[] { "Transfer-Encodin", "chunked" }, new String[] { "If-Modified-Since", "x" });

	private static final List<String> METHODS = List.of("TRACE", "PATCH", "OPTIONS", "HEAD", "PUT", "DELETE", "POST",
			"GET", "PROPFIND", "QUERY");

	private static final List<String> PARAMETERS = List.of("limit", "cursor", "format", "unit", "assignment", "period",
			"from", "to", "text", "state", "edition", "role", "active", "day", "requirement", "after");

	private static final Pattern HOLE = Pattern.compile("\\{[a-z_]+}");

	private static final Pattern LEAF = Pattern
		.compile("(?<=[:\\[,])(?:\"[^\"]*\"|-?[0-9.]+|true|false|null|\\{}|\\[])");

	private final Random chance;

	Hostile(long seed) {
		this.chance = new Random(seed);
	}

	boolean in(int most) {
		return this.chance.nextInt(most) == 0;
	}

	<T> T any(List<T> of) {
		return of.get(this.chance.nextInt(of.size()));
	}

	String method() {
		return any(METHODS);
	}

	String body() {
		return any(BODIES);
	}

	/** Some of the address's holes, and sometimes its end, hold what they should not. */
	String path(String address) {
		Matcher hole = HOLE.matcher(address);
		StringBuilder path = new StringBuilder();
		while (hole.find()) {
			hole.appendReplacement(path, Matcher.quoteReplacement(in(2) ? any(WORDS) : hole.group()));
		}
		hole.appendTail(path);
		return path.toString();
	}

	/** Parameters after the address, of these names and of others. */
	String parameters(String path, List<String> known) {
		StringBuilder more = new StringBuilder(path);
		for (int count = this.chance.nextInt(4); count > 0; count--) {
			String name = (!known.isEmpty() && !in(3)) ? any(known) : any(PARAMETERS);
			more.append((more.indexOf("?") < 0) ? '?' : '&').append(name).append('=').append(any(WORDS));
		}
		return more.toString();
	}

	List<String> headers() {
		List<String> some = new ArrayList<>();
		for (int count = this.chance.nextInt(3); count > 0; count--) {
			some.addAll(List.of(any(HEADERS)));
		}
		return some;
	}

	/** One or two values of the object are others, or keys repeated or unknown. */
	String spoilt(String json) {
		String spoilt = json;
		for (int count = 1 + this.chance.nextInt(2); count > 0; count--) {
			List<int[]> leaves = new ArrayList<>();
			Matcher leaf = LEAF.matcher(spoilt);
			while (leaf.find()) {
				leaves.add(new int[] { leaf.start(), leaf.end() });
			}
			if (leaves.isEmpty() || in(8)) {
				spoilt = spoilt.replaceFirst("}$",
						Matcher.quoteReplacement((leaves.isEmpty() ? "" : ",") + "\"unknown\":" + any(VALUES) + "}"));
			}
			else if (in(10)) {
				spoilt = spoilt.replaceFirst("\\{(\"[^\"]*\":)", "{$1null,$1");
			}
			else {
				int[] one = any(leaves);
				spoilt = spoilt.substring(0, one[0]) + any(VALUES) + spoilt.substring(one[1]);
			}
		}
		return spoilt;
	}

	/** A multipart body that is broken, or of too many parts. */
	String parts() {
		String start = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"";
		return any(List.of("--b", "--b--\r\n", "--b\r\n\r\n--b--\r\n", start, start + "x", start + "x\"\r\n\r\nabc",
				"--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n",
				"--b\r\nContent-Disposition: x\r\n\r\nx\r\n--b--\r\n",
				(start + "x\"\r\n\r\nabc\r\n").repeat(500) + "--b--\r\n",
				"--b\r\n" + "X: y\r\n".repeat(2000) + "\r\nx\r\n--b--\r\n",
				"--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n",
				start + "x\"\r\nContent-Transfer-Encoding: base64\r\nContent-Type: x/y/z\r\n\r\n%%%\r\n--b--\r\n"));
	}

	String name() {
		return any(List.of("a.csv", "../../etc/passwd", "a\u0000.csv", "", " ", ".", "..", "C:\\a\\b.xlsx",
				"a".repeat(1000) + ".csv", "\u202egpj.exe", "a.xlsx", "a.html", "a.xlsm", "con", "a;b=c.csv",
				"\ud83d\ude00.xlsx", "a.csv/", "%00"));
	}

	byte[] file() {
		return any(HostileFiles.ALL);
	}

	/** What a request looks like in a failure. */
	static String cut(String text) {
		String one = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}",
				"?");
		return (one.length() > 300) ? one.substring(0, 300) + "…(" + one.length() + ")" : one;
	}

}
