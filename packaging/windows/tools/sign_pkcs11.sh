#!/bin/sh
# Signs a file with a key that never leaves its hardware, through PKCS#11; for POS_CLOSEOUT_SIGN_COMMAND.
# Needs osslsigncode and OpenSSL's engine for PKCS#11: apt-get install osslsigncode libengine-pkcs11-openssl
# usage: sign_pkcs11.sh FILE, with
#   PKCS11_MODULE   the library of the token's maker, or /usr/lib/softhsm/libsofthsm2.so
#   PKCS11_KEY      pkcs11:token=…;object=…;type=private; with ?pin-source=file:/… the PIN is read from that file
#   SIGNER_CHAIN    the certificate and those above it, PEM
#   POS_CLOSEOUT_TIMESTAMP   address of a time-stamping service, where there is one
#   PKCS11_ENGINE   the engine, where it is not at Debian's place
set -eu
engine=${PKCS11_ENGINE:-/usr/lib/x86_64-linux-gnu/engines-3/pkcs11.so}
rm -f "$1.signed"
osslsigncode sign -pkcs11engine "$engine" -pkcs11module "$PKCS11_MODULE" -key "$PKCS11_KEY" -certs "$SIGNER_CHAIN" \
    -h sha256 -n "POS Closeout" ${POS_CLOSEOUT_TIMESTAMP:+-ts "$POS_CLOSEOUT_TIMESTAMP"} -in "$1" -out "$1.signed"
mv "$1.signed" "$1"
