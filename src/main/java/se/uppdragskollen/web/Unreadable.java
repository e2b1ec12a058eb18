package se.uppdragskollen.web;

import java.util.stream.Collectors;

import org.springframework.http.converter.HttpMessageNotReadableException;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Why a request's body cannot be read, and where.
 */
record Unreadable(String pointer, String key, Object[] holes, boolean tooLarge) {

	static Unreadable of(HttpMessageNotReadableException ex) {
		Throwable cause = ex.getCause();
		for (Throwable one = ex; one != null; one = one.getCause()) {
			if (one instanceof BodyLimit.TooLargeException) {
				return new Unreadable("", "body-too-large", new Object[] { BodyLimit.LARGEST / 1_000_000 }, true);
			}
		}
		if (cause instanceof UnrecognizedPropertyException unknown) {
			return new Unreadable(pointer(unknown), "body-unknown-key", new Object[] { unknown.getPropertyName() },
					false);
		}
		if (cause instanceof StreamReadException broken) {
			return new Unreadable("", "body-not-json",
					new Object[] { broken.getLocation().getLineNr(), broken.getLocation().getColumnNr() }, false);
		}
		if (cause instanceof JacksonException wrong && !wrong.getPath().isEmpty()) {
			return new Unreadable(pointer(wrong), "body-value", new Object[] { pointer(wrong) }, false);
		}
		return new Unreadable("", "body-unreadable", new Object[0], false);
	}

	private static String pointer(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map((part) -> "/" + ((part.getPropertyName() != null) ? part.getPropertyName() : part.getIndex()))
			.collect(Collectors.joining());
	}

	String text(Language language) {
		return Messages.text(language, "refusal." + this.key, this.holes);
	}

}
