# shellcheck shell=bash disable=SC2154
# Sourced by bin/uppdragskollen and bin/test, which set $root. Finds a JDK and Maven, and installs what is missing on
# Debian and Ubuntu. What it says goes to standard error: standard output belongs to the command.

oldest_java=17

# What must be there besides a JDK; bin/test needs more
programs=(mvn)

# The packages that have another name than their program
declare -A package=([mvn]=maven [chromedriver]=chromium-driver)

# Ubuntu's Chromium is a snap behind packages of other names; it needs a running snapd
# shellcheck disable=SC2034 # bin/test needs it
chromium=chromium
if grep -q '^ID=ubuntu$' /etc/os-release 2>/dev/null; then
	chromium=chromium-browser package[chromedriver]=chromium-chromedriver
fi

# Java decodes arguments and file names by the locale, which a bare machine or a wrong LANG leaves at ASCII
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$@" >&2; }

# 2 means "cannot run"; 1 would mean findings
give_up() {
	say "$@"
	exit 2
}

java_version_of() {
	local line
	if [ -r "$1/release" ]; then
		while read -r line; do
			if [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]]; then
				echo "${BASH_REMATCH[1]}"
				return
			fi
		done <"$1/release"
	fi
	"$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
}

# Exports JAVA_HOME: the user's own choice first, then the javac on the path, then what is installed
find_jdk() {
	local jdk version
	for jdk in "${JAVA_HOME:-}" "$(readlink -f "$(type -P javac)")" /usr/lib/jvm/*; do
		jdk=${jdk%/bin/javac}
		if [ -z "$jdk" ] || [ ! -x "$jdk/bin/javac" ]; then continue; fi
		version=$(java_version_of "$jdk")
		if [ "${version:-0}" -ge $oldest_java ]; then
			export JAVA_HOME=$jdk
			return 0
		fi
	done
	return 1
}

has_tools() { find_jdk && type -P "${programs[@]}" >/dev/null; }

apt() { $sudo env "DEBIAN_FRONTEND=${DEBIAN_FRONTEND:-noninteractive}" apt-get -q -y -o DPkg::Lock::Timeout=600 "$@"; }

install_tools() {
	local packages=() version program log sudo=
	[ "$(id -u)" -eq 0 ] || sudo=sudo
	if ! type -P apt-get >/dev/null || { [ "$sudo" ] && ! type -P sudo >/dev/null; } ||
		{ [ "$sudo" ] && ! [ -t 0 ] && ! sudo -n true 2>/dev/null; }; then
		give_up "Uppdragskollen behöver JDK $oldest_java eller nyare och ${programs[*]/mvn/Maven}. De kan inte installeras härifrån: det kräver apt-get och root eller sudo." \
			"Uppdragskollen needs JDK $oldest_java or newer and ${programs[*]/mvn/Maven}. They cannot be installed from here: that takes apt-get and root or sudo."
	fi
	log=$(mktemp)
	apt update >"$log" 2>&1 || true
	if ! find_jdk; then
		for version in 17 21 25; do
			if apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1; then
				packages+=("openjdk-$version-jdk-headless")
				break
			fi
		done
	fi
	for program in "${programs[@]}"; do
		type -P "$program" >/dev/null || packages+=("${package[$program]:-$program}")
	done
	say "Installerar ${packages[*]} / Installing ${packages[*]}"
	if ! apt install --no-install-recommends "${packages[@]}" >>"$log" 2>&1 </dev/null || ! has_tools; then
		cat "$log" >&2
		rm -f "$log"
		give_up "Installationen misslyckades, se ovan." "The installation failed, see above."
	fi
	rm -f "$log"
}

# One process at a time installs; the others wait and find it done
ensure_tools() {
	has_tools && return
	local lock
	exec {lock}<"$root/bin/lib/prepare.sh"
	flock "$lock"
	has_tools || install_tools
	exec {lock}<&-
}

# Maven ends with a colour code whatever it is told
maven() {
	(cd "$root" && mvn -B -ntp -Dstyle.color=never -Dmaven.wagon.http.retryHandler.count=3 "$@" 2>&1 |
		sed -u 's/\x1b\[[0-9;]*m//g')
}
