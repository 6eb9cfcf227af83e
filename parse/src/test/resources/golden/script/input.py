#!/usr/bin/env python3
# /// script
# dependencies = ["numpy"]
# ///
"""Says hello."""


def main():
    print("hello")


if __name__ == "__main__":
    main()

