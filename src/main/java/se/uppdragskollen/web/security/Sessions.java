package se.uppdragskollen.web.security;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Logins by session: kept in the database, so that they outlive a restart and count for
 * every instance, and known by a cookie that no other host, no script and no plain
 * connection gets.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
class Sessions {

	/** Browsers take a cookie of this name from this very host alone, and over HTTPS. */
	static final String COOKIE = "__Host-session";

	/** No other text is looked for in the database. */
	private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

	private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

	@Bean
	CookieSerializer cookie() {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer() {
			@Override
			public List<String> readCookieValues(HttpServletRequest request) {
				return super.readCookieValues(request).stream().filter((id) -> ID.matcher(id).matches()).toList();
			}
		};
		cookie.setCookieName(COOKIE);
		cookie.setUseSecureCookie(true);
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		cookie.setCookiePath("/");
		return cookie;
	}

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> timeout(
			@Value("${spring.session.timeout}") Duration timeout) {
		return (sessions) -> sessions.setDefaultMaxInactiveInterval(timeout);
	}

	@Bean
	ConversionService springSessionConversionService() {
		GenericConversionService conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversions.addConverter(new Reading());
		return conversions;
	}

	/** What an earlier version wrote and this one cannot read is no login any more. */
	private static final class Reading implements GenericConverter {

		private final DeserializingConverter reading = new DeserializingConverter(Sessions.class.getClassLoader());

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(byte[].class, Object.class));
		}

		@Override
		public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			try {
				return (source instanceof byte[] bytes) ? this.reading.convert(bytes) : null;
			}
			catch (SerializationFailedException ex) {
				LOG.info("a session of another version was ended");
				return null;
			}
		}

	}

}
