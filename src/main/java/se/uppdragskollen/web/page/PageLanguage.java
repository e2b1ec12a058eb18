package se.uppdragskollen.web.page;

import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import se.uppdragskollen.language.Language;

/**
 * The language of the pages: Swedish until the reader chooses English, and as chosen from
 * then on, by a cookie that holds no more than that.
 */
public final class PageLanguage implements LocaleResolver {

	private static final String COOKIE = "language";

	/** The language that the reader has chosen. */
	public static Language of(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie == null) ? Language.SV : Language.ofCode(cookie.getValue()).orElse(Language.SV);
	}

	/** Keeps the choice for a year. */
	static void keep(Language language, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, language.code())
					.path("/")
					.maxAge(Duration.ofDays(365))
					.sameSite("Lax")
					.httpOnly(true)
					.build()
					.toString());
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return of(request).locale();
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException();
	}

}
