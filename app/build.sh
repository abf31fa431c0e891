# shellcheck shell=bash
# Sourced by app/run and tests/run, never run: what both need before they can start anything. Every step first looks
# whether there is anything to do, so that a second call costs a glance. All it prints goes to stderr.

beback_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

say() { printf 'beback: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Runs a long step quietly: its output goes to a log, of which the end is shown when the step fails.
quietly() { # quietly LOG COMMAND...
    local log=$1
    shift
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        fail "this failed: $*  (all of it: $log)"
    fi
}

# The Debian packages of resources/packages.txt that are not installed, one a line: those before its section [tests], or
# all of them.
missing_packages() { # missing_packages main|tests
    local wanted until='/^\[tests\]/,$d'
    [ "$1" != tests ] || until='/^\[tests\]/d'
    mapfile -t wanted < <(sed -e "$until" -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$beback_root/resources/packages.txt")
    # dpkg-query leaves out what it never heard of, and says so on stderr: what it does not confirm is missing.
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null \
        | sed -n 's/^installed //p' | sort -u \
        | comm -13 - <(printf '%s\n' "${wanted[@]}" | sort -u)
}

# A PostgreSQL server that Debian installs makes and starts a cluster "main", unless this file says otherwise meanwhile.
# The tests need the server's programs, not a server on this machine; what is installed later is none of our business.
no_main_cluster=/etc/postgresql-common/createcluster.d/zz-beback-tests.conf

install_packages() { # install_packages main|tests
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is not Debian: install the counterparts of resources/packages.txt yourself; trying to build"
        return
    fi
    local missing
    mapfile -t missing < <(missing_packages "$1")
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        elif command -v sudo >/dev/null && [ -t 0 ] && [ -t 2 ]; then
            as_root=(sudo)
            sudo -v || fail "without an administrator's password nothing can be installed: sudo apt-get install ${missing[*]}"
        else
            fail "these packages are missing, ask an administrator to install them: apt-get install ${missing[*]}"
        fi
    fi
    say "installing ${#missing[@]} Debian packages (once)"
    mkdir -p "$beback_root/build"
    # What is known of the archive may be old or absent: look again before anything is fetched. One source of several
    # that does not answer is no reason to give up.
    "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update >"$beback_root/build/packages.log" 2>&1 </dev/null \
        || say "not every package source answers; trying with what is known"
    local server=
    if printf '%s\n' "${missing[@]}" | grep -q '^postgresql-[0-9]'; then
        server=yes
        "${as_root[@]}" mkdir -p "${no_main_cluster%/*}"
        echo 'create_main_cluster = false' | "${as_root[@]}" tee "$no_main_cluster" >/dev/null
    fi
    local installed=yes
    (quietly "$beback_root/build/packages.log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 --no-install-recommends install "${missing[@]}") || installed=
    [ -z "$server" ] || "${as_root[@]}" rm -f "$no_main_cluster"
    [ -n "$installed" ] || exit 1
}

# How many compilers at once: a processor each, and some 1.5 GB of memory each.
compilers() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo 2>/dev/null || echo "$cores")
    [ "$memory" -ge 1 ] || memory=1
    echo $((memory < cores ? memory : cores))
}

# Keeps what ninja says in LOG; tells that something is built as soon as something is, and on a terminal how far it is.
follow() { # follow PRESET LOG
    local line told=
    while IFS= read -r line; do
        printf '%s\n' "$line"
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (Building|Linking) ]] || continue
        [ -n "$told" ] || say "building ($1; the first time takes minutes)"
        told=yes
        [ ! -t 2 ] || printf '\r  %s of %s ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
    done >"$2"
    [ -z "$told" ] || [ ! -t 2 ] || printf '\r\033[K' >&2
}

# Configures PRESET into build/DIRECTORY when that was not done, or was done from other presets; then builds the targets.
build() { # build PRESET DIRECTORY TARGET...
    local preset=$1 directory=$beback_root/build/$2 log=$beback_root/build/$2.log
    shift 2
    mkdir -p "$beback_root/build"
    # A compiler cache that cannot be written fails every compilation.
    [ -n "${CCACHE_DIR:-}" ] || [ -w "${HOME:-/nonexistent}" ] || export CCACHE_DISABLE=1
    (
        # Two calls at once would build into each other's files. The lock is not handed to what is started below.
        flock 9
        local of=$directory/.preset
        if [ ! -f "$directory/build.ninja" ] || [ "$(cat "$of" 2>/dev/null)" != "$preset" ] \
            || [ "$beback_root/CMakePresets.json" -nt "$of" ]; then
            say "configuring ($preset)"
            (cd "$beback_root" && quietly "$log" cmake --preset "$preset" 9>&-)
            echo "$preset" >"$of"
        fi
        if ! ninja -C "$directory" -j "$(compilers)" "$@" 2>&1 </dev/null 9>&- | follow "$preset" "$log"; then
            tail -n 40 "$log" >&2
            fail "the build failed (all of it: $log)"
        fi
    ) 9>"$beback_root/build/.lock"
}
