package se.uppdragskollen.web.security;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * The providers that people log in by, as the settings name them. Each is asked what it
 * offers when the service starts, and if it is away again and again until it answers:
 * meanwhile the service does all else.
 */
final class LateProviders implements ClientRegistrationRepository, Iterable<ClientRegistration>, DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(LateProviders.class);

	private static final long SECONDS_BETWEEN = 5;

	private final OAuth2ClientProperties settings;

	private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

	/** Who did not answer, and has been told of. */
	private final Set<String> toldAway = new TreeSet<>();

	private final CountDownLatch asked = new CountDownLatch(1);

	private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "login-providers");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Begins to ask.
	 * @throws IllegalStateException when the settings cannot be right, whoever answers
	 */
	LateProviders(OAuth2ClientProperties settings) {
		this.settings = settings;
		settings.getRegistration().keySet().stream().filter((name) -> !isAsked(name)).forEach(this::learn);
		this.asking.scheduleWithFixedDelay(this::ask, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
	}

	private String provider(String name) {
		OAuth2ClientProperties.Registration registration = this.settings.getRegistration().get(name);
		String provider = (registration == null) ? null : registration.getProvider();
		return (provider == null) ? name : provider;
	}

	private boolean isAsked(String name) {
		OAuth2ClientProperties.Provider provider = this.settings.getProvider().get(provider(name));
		return provider != null && provider.getIssuerUri() != null;
	}

	private void learn(String name) {
		OAuth2ClientProperties one = new OAuth2ClientProperties();
		one.getRegistration().put(name, this.settings.getRegistration().get(name));
		one.getProvider().putAll(this.settings.getProvider());
		this.known.putAll(new OAuth2ClientPropertiesMapper(one).asClientRegistrations());
	}

	private void ask() {
		for (String name : this.settings.getRegistration().keySet()) {
			if (!this.known.containsKey(name)) {
				ask(name);
			}
		}
		this.asked.countDown();
		if (this.known.keySet().containsAll(this.settings.getRegistration().keySet())) {
			this.asking.shutdown();
		}
	}

	private void ask(String name) {
		try {
			learn(name);
			if (this.toldAway.remove(name)) {
				LOG.info("login provider {} is there", name);
			}
		}
		catch (RuntimeException ex) {
			if (this.toldAway.add(name)) {
				LOG.warn("login provider {} is away, nobody can log in by it until it answers: {}", name,
						ex.getMessage());
			}
		}
	}

	/** Whether each has answered. */
	Map<String, Boolean> there() {
		Map<String, Boolean> there = new TreeMap<>();
		this.settings.getRegistration().keySet().forEach((name) -> there.put(name, this.known.containsKey(name)));
		return there;
	}

	/**
	 * What is known of a provider, null when there is none of this name.
	 * @throws AwayException when it has not answered
	 */
	@Override
	public @Nullable ClientRegistration findByRegistrationId(String name) {
		if (!this.settings.getRegistration().containsKey(name)) {
			return null;
		}
		if (!this.known.containsKey(name)) {
			awaitFirst();
		}
		ClientRegistration known = this.known.get(name);
		if (known == null) {
			throw new AwayException();
		}
		return known;
	}

	/** The service may be asked before it has asked. */
	private void awaitFirst() {
		try {
			if (!this.asked.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
				LOG.debug("still asking");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** For the page that lists them by name, those too that have not answered. */
	@Override
	public Iterator<ClientRegistration> iterator() {
		return this.settings.getRegistration()
			.keySet()
			.stream()
			.map((name) -> this.known.getOrDefault(name, nameOnly(name)))
			.iterator();
	}

	private static ClientRegistration nameOnly(String name) {
		return ClientRegistration.withRegistrationId(name)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientId(name)
			.clientName(name)
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.authorizationUri("about:blank")
			.tokenUri("about:blank")
			.build();
	}

	@Override
	public void destroy() {
		this.asking.shutdownNow();
	}

	/** A provider cannot be asked who somebody is. */
	static final class AwayException extends AuthenticationServiceException {

		private static final long serialVersionUID = 1L;

		AwayException() {
			super("the login provider is away");
		}

	}

}
