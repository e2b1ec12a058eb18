package se.uppdragskollen.web.page;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

/**
 * A form as somebody fills it in who gets every field wrong.
 *
 * @param page the address of the page that it stands on
 * @param fields the names and values that are sent
 * @param typed what was written into fields for any text
 * @param file whether a file goes with it
 */
record WrongForm(String page, String action, List<Map.Entry<String, String>> fields, List<String> typed, boolean file) {

	/** What no text may hold: a personal identity number that nobody has. */
	private static final String NUMBER = "19121212-1212";

	/** A file with columns that nobody asks for. */
	private static final String CONTENT = "fel;kolumn\n1;2\n";

	private static final String TEXT = "textarea, input[type=text], input[type=email], input:not([type])";

	private static final String ANY = TEXT + ", input[type=date], input[type=time], input[type=number], "
			+ "input[type=file], input[type=checkbox], input[type=radio]";

	/** The form with mistakes, if there is anything in it that can be wrong. */
	static Optional<WrongForm> of(String page, FormElement form) {
		if (form.select(ANY).isEmpty()) {
			return Optional.empty();
		}
		List<Map.Entry<String, String>> fields = new ArrayList<>();
		List<String> typed = new ArrayList<>();
		form.formData().forEach((one) -> {
			Element field = form.select("[name='" + one.key() + "']").first();
			if (field != null && field.is(TEXT)) {
				typed.add(NUMBER + " " + typed.size());
				fields.add(Map.entry(one.key(), typed.get(typed.size() - 1)));
			}
			else if (!one.key().equals("_csrf") && (field == null || !field.is("[type=file]"))) {
				fields.add(Map.entry(one.key(), (field != null) ? wrong(field, one.value()) : one.value()));
			}
		});
		chooseOne(form, fields);
		Element button = form.select("button[name]:not([type=button])").first();
		if (button != null) {
			fields.add(Map.entry(button.attr("name"), button.attr("value")));
		}
		return Optional.of(new WrongForm(page, form.attr("action").isEmpty() ? page : form.attr("action"),
				List.copyOf(fields), List.copyOf(typed), !form.select("input[type=file]").isEmpty()));
	}

	/** In the first list in which nothing is chosen, as where two go together. */
	private static void chooseOne(FormElement form, List<Map.Entry<String, String>> fields) {
		for (int i = 0; i < fields.size(); i++) {
			Element list = form.select("select[name='" + fields.get(i).getKey() + "']").first();
			if (list != null && fields.get(i).getValue().isEmpty()) {
				String name = fields.get(i).getKey();
				String choice = list.select("option").last().val();
				fields.set(i, Map.entry(name, choice));
				return;
			}
		}
	}

	private static String wrong(Element field, String value) {
		return switch (field.attr("type")) {
			case "date" -> "1812-12-12";
			case "time" -> "03:03";
			case "number" -> "-1";
			default -> value;
		};
	}

	/** The same for forms that differ in whom or what they are about only. */
	String kind() {
		return this.action.replaceAll("SE\\d+-[A-Z0-9]+|\\d{4}-(\\d{2}|[QH]\\d)|\\d+", "#") + " "
				+ this.fields.stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new))
				+ this.fields.stream().filter((one) -> one.getKey().equals("act")).map(Map.Entry::getValue).toList();
	}

	/** Sends it as somebody. */
	Answer send(Client client, String language) {
		String fields = this.fields.stream()
			.map((one) -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
			.collect(Collectors.joining("&"));
		String[] headers = { "Accept", "text/html", "Cookie", "language=" + language };
		if (this.file) {
			return client.upload(this.action + "?" + fields, fileName(), CONTENT.getBytes(StandardCharsets.UTF_8),
					headers);
		}
		return client.send("POST", this.action, BodyPublishers.ofString(fields), "Content-Type",
				"application/x-www-form-urlencoded", headers[0], headers[1], headers[2], headers[3]);
	}

	/** Sends it from its page, as somebody whose browser lets any mistake through. */
	void send(Browser browser) {
		browser.open(this.page);
		browser.leave("""
				const [action, fields, content, called] = arguments;
				const form = document.createElement("form");
				form.method = "post";
				form.action = action;
				const add = (name, value) => {
				  const field = document.createElement("textarea");
				  [field.name, field.value, field.hidden] = [name, value, true];
				  form.append(field);
				};
				fields.forEach(one => add(...one));
				const token = document.querySelector("input[name=_csrf]");
				add("_csrf", token ? token.value : "");
				if (content) {
				  const files = new DataTransfer();
				  files.items.add(new File([content], called));
				  const field = document.createElement("input");
				  [field.type, field.name, field.files, field.hidden] = ["file", "file", files.files, true];
				  form.append(field);
				  form.enctype = "multipart/form-data";
				}
				document.body.append(form);
				form.submit();
				""", this.action, this.fields.stream().map((one) -> List.of(one.getKey(), one.getValue())).toList(),
				this.file ? CONTENT : "", fileName());
	}

	/** Evidence may be a table of any kind, but not a program. */
	private String fileName() {
		return this.action.endsWith("/evidence") ? "fel.exe" : "fel.csv";
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
