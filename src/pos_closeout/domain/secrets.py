"""Passwords, verification codes and card check values in a text: named by their word, and never kept.

Looked for is a word for a secret with something that has a digit close behind it: 密码123456, 验证码：8812, CVV 123. A
word alone is left (密码键盘, the password was changed), and so is a number alone.
"""

import re
import unicodedata

STARS = "******"

# Between the word and the secret: blanks, colons and the like, and 是/为/is.
_SECRET = re.compile(
    r"(?P<word>(?:交易|支付|取款|登录|登陆|查询|初始|操作员?|主管|银行卡|手机|短信|动态)*"
    r"(?:密码|口令|验证码|校验码|动态码|安全码|识别码)|(?<![a-z])(?:password|passcode|passwd|pwd|pin(?:\s?code)?|otp|"
    r"cvv2?|cvc2?|cvn2?|(?:verification|security)\s?code)(?![a-z]))"
    r"(?P<between>[\s:：=＝,，“”\"'（(【\[-]{0,3}(?:是|为|is|was)?[\s:：=＝“”\"'（(【\[]{0,3})"
    r"(?P<secret>(?=[a-z!@#$%^&*_+]{0,31}\d)[0-9a-z!@#$%^&_+]{3,32})(?![0-9a-z])",
    re.IGNORECASE,
)
_FEWEST = 3


def mask_secrets(text: str) -> str:
    """Return a text with stars in the place of every secret; the word before it stays."""
    if len(text) < _FEWEST:
        return text
    # Full-width letters and digits are as long as plain ones.
    folded = "".join(_plain(sign) for sign in text) if not text.isascii() else text
    told, at = [], 0
    for found in _SECRET.finditer(folded):
        told += [text[at : found.start("secret")], STARS]
        at = found.end("secret")
    return "".join((*told, text[at:]))


def has_secret(text: str) -> bool:
    """Return whether a text holds a secret."""
    return mask_secrets(text) != text


def _plain(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign
