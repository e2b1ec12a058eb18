package se.uppdragskollen.web.page;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;

/**
 * The product's sentences for the pages: {@code #{key(holes)}}.
 */
final class PageTexts implements MessageSource {

	@Override
	public @Nullable String getMessage(String key, Object @Nullable [] holes, @Nullable String otherwise,
			@Nullable Locale locale) {
		return Messages.has(key) ? getMessage(key, holes, locale) : otherwise;
	}

	@Override
	public String getMessage(String key, Object @Nullable [] holes, @Nullable Locale locale) {
		Language language = Language.EN.locale().equals(locale) ? Language.EN : Language.SV;
		return Messages.text(language, key, (holes == null) ? new Object[0] : holes);
	}

	@Override
	public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
		return getMessage(Objects.requireNonNull(message.getCodes())[0], message.getArguments(), locale);
	}

}
